package com.replylinter.audit.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static final Times TIMES = new Times(LocalDate.of(2026, 1, 2));

  @Test
  void timesOfAllForms() throws LogFileException {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("2025-09-19 17:24:05", "2025-09-19T17:24:05+08:00");
    expected.put("2025-9-9 7:24:05", "2025-09-09T07:24:05+08:00");
    expected.put("2025/9/19 7:24", "2025-09-19T07:24+08:00");
    expected.put("2025.09.19 17:24:05.123", "2025-09-19T17:24:05+08:00");
    expected.put("2025年9月19日 星期五 下午5:24", "2025-09-19T17:24+08:00");
    expected.put("2025-09-19 上午 9：05", "2025-09-19T09:05+08:00");
    expected.put("2025-09-19T17:24:05", "2025-09-19T17:24:05+08:00");
    expected.put("2025-09-19T17:24:05+08:00", "2025-09-19T17:24:05+08:00");
    expected.put("2025-09-19T09:24:05Z", "2025-09-19T17:24:05+08:00");
    expected.put("2025-09-19T09:24:05.000+00:00", "2025-09-19T17:24:05+08:00");
    expected.put("2025-09-19", "2025-09-19T00:00+08:00");
    expected.put("1758273845", "2025-09-19T17:24:05+08:00");
    expected.put("1758273845000", "2025-09-19T17:24:05+08:00");
    expected.put("今天 8:00", "2026-01-02T08:00+08:00");
    expected.put("昨天 21:03:11", "2026-01-01T21:03:11+08:00");
    expected.put("前天", "2025-12-31T00:00+08:00");
    expected.put("01-02 08:00", "2026-01-02T08:00+08:00");
    expected.put("12月31日 08:00", "2025-12-31T08:00+08:00");
    expected.put("08:00", "2026-01-02T08:00+08:00");
    Map<String, String> actual = new LinkedHashMap<>();
    for (String text : expected.keySet()) {
      actual.put(text, String.valueOf(TIMES.parse(text)));
    }
    assertEquals(expected, actual);
  }

  @Test
  void whatIsNoTime() throws LogFileException {
    for (String text :
        List.of(
            "",
            "在吗",
            "2025-13-19 17:24:05",
            "2025-02-30",
            "2025-09-19 25:00:00",
            "25:00",
            "12345",
            "2025-09-19 17:24:05 已读",
            "02-30 08:00",
            "0000-00-00 00:00:00",
            "2025-0a-19 17:24:05")) {
      assertNull(TIMES.parse(text), text);
    }
  }

  @Test
  void theTimeThatALineEndsWith() {
    Map<String, Integer> starts = new LinkedHashMap<>();
    starts.put("小满 2025-9-19 17:24:05", 3);
    starts.put("小满2025-9-19 17:24:05", 2);
    starts.put("tb122025-9-19 7:24:05", 4);
    starts.put("小满 (2025-09-19 17:24:05):", 4);
    starts.put("2025-9-19 17:24:05", 0);
    starts.put("2025-9-19 17:24:05 发货", -1);
    starts.put("小满 17:24:05", -1);
    Map<String, Integer> actual = new LinkedHashMap<>();
    starts.keySet().forEach(line -> actual.put(line, Times.startAtEnd(line)));
    assertEquals(starts, actual);
  }
}
