package com.replylinter.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program that was written for LanguageTool may not ask, and from where it may ask. */
final class LanguageToolErrorsTest {
  @RegisterExtension static final TestServer SERVER = new TestServer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "language=zh                        | Missing 'text' or 'data' parameter",
        "text=a&data=%7B%7D&language=zh     | Set only 'text' or 'data' parameter, not both",
        "text=a                             | Missing 'language' parameter, e.g. 'language=zh-CN' for Chinese or 'language=auto'",
        "text=a&language=en-US              | 'en-US' is not a language code known here. Supported: zh, zh-CN, auto",
        "text=a&language=zh&level=strict    | Invalid value for parameter 'level': 'strict'",
        "text=a&language=zh&mode=x          | Invalid value for parameter 'mode': 'x'",
        "text=a&language=zh&preferredVariants=zh-CN | You specified 'preferredVariants' but you didn't specify 'language=auto'",
        "text=a&language=zh&enabledOnly=true | You must specify enabled rules or categories when using enabledOnly=true",
        "text=a&language=zh&enabledOnly=true&enabledRules=A&disabledRules=B | You cannot specify disabled rules or categories using enabledOnly=true",
        "language=zh&data=%7B%7D            | 'data' key in JSON requires 'text' or 'annotation' key",
        "language=zh&data=%7B%22text%22%3A%22a%22%2C%22annotation%22%3A%5B%5D%7D | 'data' key in JSON requires either 'text' or 'annotation' key, not both",
        "language=zh&data=%7B%22annotation%22%3A%5B%7B%22text%22%3A%22a%22%2C%22markup%22%3A%22b%22%7D%5D%7D | Only either 'text' or 'markup' are supported in an object in 'annotation' list, not both",
        "language=zh&data=%7B%22annotation%22%3A%5B%7B%22text%22%3A%22a%22%2C%22interpretAs%22%3A%22b%22%7D%5D%7D | 'text' cannot be used with 'interpretAs' (only 'markup' can)",
        "language=zh&data=%7B%22annotation%22%3A%5B%7B%7D%5D%7D | Only 'text' and 'markup' are supported in 'annotation' list",
        "language=zh&data=%7B%22text%22%3A1%7D | 'text', 'markup' and 'interpretAs' must be strings in the JSON of 'data'",
        "language=zh&text=%zz               | Could not decode query: it must be a form in UTF-8",
        "language=zh&text=%CE%A2%D0%C5      | Could not decode query: it must be a form in UTF-8",
      })
  void whatIsWrongIsToldInPlainText(String form, String message) {
    assertPlain(400, "Error: " + message, SERVER.postForm("/v2/check", form));
  }

  @Test
  void brokenJsonTooMuchAndUnknownAddressesAreToldInPlainText() {
    HttpResponse<String> broken =
        SERVER.postForm("/v2/check", TestServer.form("language", "zh", "data", "{"));
    HttpResponse<String> brokenBody = SERVER.postForm("/v2/check", "{");
    HttpResponse<String> noPath = SERVER.get("/v2/nothing");
    HttpResponse<String> noMethod = SERVER.get("/v2/words/add");
    HttpResponse<String> noLanguage = SERVER.get("/v2/configinfo");
    HttpResponse<String> hugeBody = SERVER.postForm("/v2/check", "text=" + "a".repeat(2 << 20));

    assertPlain(
        413,
        "Error: Your text exceeds the limit of 20000 characters (it's 20001 characters)."
            + " Please submit a shorter text.",
        SERVER.postForm(
            "/v2/check", TestServer.form("language", "zh", "text", "好".repeat(20_001))));
    assertPlain(400, broken.body(), broken);
    assertTrue(broken.body().startsWith("Error: Could not parse JSON from 'data'"), broken::body);
    assertPlain(400, brokenBody.body(), brokenBody);
    assertPlain(404, noPath.body(), noPath);
    assertPlain(405, noMethod.body(), noMethod);
    assertPlain(400, "Error: 'language' parameter missing", noLanguage);
    assertPlain(413, hugeBody.body(), hugeBody);
  }

  @Test
  void pagesOfAnyOriginMayAsk() {
    HttpResponse<String> preflight =
        SERVER.send(
            SERVER
                .request("/v2/check")
                .header("Origin", "https://chat.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type, x-own")
                .method("OPTIONS", BodyPublishers.noBody()));

    assertEquals(204, preflight.statusCode());
    assertEquals("*", header(preflight, "Access-Control-Allow-Origin"));
    assertEquals("content-type, x-own", header(preflight, "Access-Control-Allow-Headers"));
    assertTrue(header(preflight, "Access-Control-Allow-Methods").contains("POST"));
    for (String path : List.of("/v2/languages", "/v2/check", "/v2/nothing")) {
      assertEquals("*", header(SERVER.get(path), "Access-Control-Allow-Origin"), path);
    }
    assertEquals("none", header(SERVER.get("/v1/rules"), "Access-Control-Allow-Origin"));
  }

  private static void assertPlain(int status, String body, HttpResponse<String> response) {
    assertEquals(status, response.statusCode(), response::body);
    assertEquals(body, response.body());
    assertTrue(body.startsWith("Error: ") && body.length() > 10, body);
    assertTrue(TestServer.type(response).startsWith("text/plain"), TestServer.type(response));
    assertEquals("*", header(response, "Access-Control-Allow-Origin"));
  }

  private static String header(HttpResponse<?> response, String name) {
    return response.headers().firstValue(name).orElse("none");
  }
}
