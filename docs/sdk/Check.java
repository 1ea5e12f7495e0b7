import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Checks a draft with nothing but Java 11. Prints the report; ends with 0 if the draft may be sent,
 * 1 if not. (Programs on Java 17 can use the library linter-core instead, without a service.)
 *
 * <p>usage: java Check.java DRAFT [BUYER'S MESSAGE]
 */
public final class Check {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;

  /** Over a service at an address such as {@code http://127.0.0.1:7070}. */
  public Check(String server) {
    address = URI.create(server + "/v1/lint");
  }

  /**
   * The report on a draft, as JSON.
   *
   * @param question what the buyer asked before; null if nothing
   * @throws IOException if the service is silent for two seconds or refuses
   */
  public String lint(String draft, String question) throws IOException, InterruptedException {
    String conversation =
        question == null ? "[]" : "[{\"role\": \"buyer\", \"text\": " + quote(question) + "}]";
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    "{\"draft\": " + quote(draft) + ", \"conversation\": " + conversation + "}"))
            .build();
    HttpResponse<String> response =
        client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (response.statusCode() != 200) {
      throw new IOException(response.body());
    }
    return response.body();
  }

  /** Whether a draft may be sent; a check that was not completed is no pass. */
  public static boolean maySend(String report) {
    return report.contains("\"complete\":true")
        && (report.contains("\"verdict\":\"pass\"") || report.contains("\"verdict\":\"remind\""));
  }

  /** A JSON string. A program that has a JSON library uses that, to read the report too. */
  static String quote(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || Character.isSurrogate(c)) {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String server = System.getenv().getOrDefault("LINTER_URL", "http://127.0.0.1:7070");
    String question = arguments.length > 1 ? arguments[1] : null;
    String report = new Check(server).lint(arguments[0], question);
    new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report);
    System.exit(maySend(report) ? 0 : 1);
  }
}
