package com.replylinter.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.replylinter.Linter;
import com.replylinter.Shop;
import com.replylinter.Turn.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConversationAuditorTest {
  private static final Linter LINTER = Linters.BUNDLED;

  private static LogMessage message(Role role, String text, @Nullable String at) {
    return new LogMessage(1, role, "", text, at == null ? null : OffsetDateTime.parse(at), false);
  }

  private static List<AuditedFinding> audit(@Nullable LocalDate asOf, LogMessage... messages) {
    return new ConversationAuditor(LINTER, Shop.DEFAULT, asOf)
        .audit(new LogConversation("c", "f", List.of(messages)));
  }

  @Test
  void aShortAnswerIsJudgedByTheQuestionBeforeIt() {
    List<AuditedFinding> found =
        audit(null, message(Role.BUYER, "能开发票吗", null), message(Role.AGENT, "开不了哦亲", null));
    assertEquals(1, found.size());
    assertEquals(1, found.get(0).message());
    assertEquals(0, found.get(0).finding().becauseTurn());
  }

  @Test
  void inALongConversationTheTurnIsThatOfTheConversation() {
    List<LogMessage> talk = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      talk.add(message(i % 2 == 0 ? Role.BUYER : Role.AGENT, "好的 " + i, null));
    }
    talk.add(message(Role.BUYER, "能开发票吗", null));
    talk.add(message(Role.AGENT, "开不了哦亲", null));
    List<AuditedFinding> found = audit(null, talk.toArray(LogMessage[]::new));
    assertEquals(1, found.size());
    assertEquals(701, found.get(0).message());
    assertEquals(700, found.get(0).finding().becauseTurn());
  }

  @Test
  void onlyAgentsOwnWordsAreJudged() {
    String bad = "开发票要加6个点的税点";
    assertTrue(audit(null, message(Role.BOT, bad, null)).isEmpty());
    assertTrue(audit(null, message(Role.BUYER, bad, null)).isEmpty());
    LogMessage card = new LogMessage(1, Role.AGENT, "", bad, null, true);
    assertTrue(audit(null, card).isEmpty());
    assertFalse(audit(null, message(Role.AGENT, bad, null)).isEmpty());
  }
}
