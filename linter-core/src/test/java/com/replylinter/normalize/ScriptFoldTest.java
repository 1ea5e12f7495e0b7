package com.replylinter.normalize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.Transliterator;
import org.junit.jupiter.api.Test;

/** The table is data; ICU, which carries the same CLDR transform, is its judge. */
class ScriptFoldTest {

  @Test
  void agreesWithIcuOnEveryCharacter() {
    Transliterator icu = Transliterator.getInstance("Traditional-Simplified");
    ScriptFold fold = new ScriptFold();
    int changed = 0;
    for (int c = 0x3400; c < 0xA000; c++) {
      String expected = icu.transliterate(Character.toString(c));
      if (expected.length() == 1) {
        assertEquals(expected, fold.fold(c), Character.getName(c));
        changed += expected.charAt(0) == c ? 0 : 1;
      }
    }
    assertTrue(changed > 2_500, "only " + changed + " characters change");
  }
}
