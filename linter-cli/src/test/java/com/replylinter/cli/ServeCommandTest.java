package com.replylinter.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code linter serve} when it cannot start. */
class ServeCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void writeBook() {
    TestBook.in(folder);
  }

  @Test
  void saysThatThePortIsInUse() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());

      Cli cli = serve("--port", port);

      assertEquals(Exit.USAGE, cli.exitCode());
      assertEquals("", cli.out());
      assertTrue(cli.err().startsWith("错误：无法监听 127.0.0.1:" + port), cli.err());
    }
  }

  @Test
  void saysThatAFolderIsMissing() {
    String missing = folder.resolve("missing").toString();

    Cli data = serve("--port", "0", "--data", missing);
    assertEquals(new Cli(Exit.USAGE, "", "错误：数据文件夹不存在：" + missing + "\n"), data);

    Cli book = Cli.run("serve", "--port", "0", "--phrasebook", missing);
    assertEquals(Exit.USAGE, book.exitCode());
    assertTrue(book.err().contains(missing), book.err());
  }

  @Test
  void showsWhatIsWrongWithThePhrasebook() {
    new TestBook(folder).with("claims/best.yaml", "id: [");

    Cli cli = serve("--port", "0");

    assertEquals(Exit.USAGE, cli.exitCode());
    assertTrue(cli.err().contains("claims/best.yaml:"), cli.err());
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 错误：端口应在 0 到 65535 之间：-1",
    "65536, 错误：端口应在 0 到 65535 之间：65536",
    "http, 错误：--port 的值不对：http"
  })
  void refusesWhatIsNoPort(String port, String message) {
    Cli cli = serve("--port=" + port);

    assertEquals(Exit.USAGE, cli.exitCode());
    assertTrue(cli.err().startsWith(message), cli.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--max-upload=0, 错误：--max-upload 的值不对：0",
    "--keep-audits=-1, 错误：--keep-audits 的值不对：-1",
    "--max-upload=much, 错误：--max-upload 的值不对：much"
  })
  void refusesLimitsThatAreNone(String option, String message) {
    Cli cli = serve("--port=0", option);

    assertEquals(Exit.USAGE, cli.exitCode());
    assertTrue(cli.err().startsWith(message), cli.err());
  }

  private Cli serve(String... args) {
    String[] command = {"serve", "--phrasebook", folder.toString()};
    return Cli.run(
        Stream.concat(Arrays.stream(command), Arrays.stream(args)).toArray(String[]::new));
  }
}
