package com.replylinter.server;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the service.
 *
 * @param origins of pages elsewhere that may, such as {@code https://chat.example.com}
 * @param token what a request has to carry; null if nothing
 */
public record Access(Set<String> origins, @Nullable String token) {
  /** Every program that reaches the service, and no page of another origin. */
  public static final Access LOCAL = new Access(Set.of(), null);

  private static final int SHORTEST_TOKEN = 8;

  /** Keeps an immutable copy of the set. */
  public Access {
    origins = Set.copyOf(origins);
  }

  /** Never tells the token. */
  @Override
  public String toString() {
    return "Access[origins=" + origins + ", token=" + (token == null ? "none" : "set") + "]";
  }

  /**
   * Reads what the operator allows.
   *
   * @param origins each with its scheme and without a path
   * @param tokenFile holds the token alone; null if none is wanted
   * @throws ServerStartException if an origin is none, or the token cannot be read or is unfit
   */
  public static Access of(Collection<String> origins, @Nullable Path tokenFile)
      throws ServerStartException {
    Set<String> checked = new LinkedHashSet<>();
    for (String origin : origins) {
      if (!isOrigin(origin)) {
        throw new ServerStartException(
            "网页来源应写成 https://chat.example.com 这样（协议、主机、端口，没有路径）：" + origin,
            "An origin is written like https://chat.example.com (scheme, host, port, no path): "
                + origin);
      }
      checked.add(origin);
    }
    return new Access(checked, tokenFile == null ? null : token(tokenFile));
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = new URI(text);
      String authority = uri.getRawAuthority();
      return uri.getScheme() != null
          && authority != null
          && !authority.contains("@")
          && text.equals(uri.getScheme() + "://" + authority);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String token(Path file) throws ServerStartException {
    String token;
    try {
      token = Files.readString(file, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new ServerStartException(
          "令牌文件读取失败：" + file, "The file of the token cannot be read: " + file);
    }
    boolean visible = token.chars().allMatch(c -> c > ' ' && c < 0x7F);
    if (token.length() < SHORTEST_TOKEN || !visible) {
      throw new ServerStartException(
          "令牌至少 " + SHORTEST_TOKEN + " 个字符，只能用不带空格的英文字母、数字和符号：" + file,
          "A token has at least "
              + SHORTEST_TOKEN
              + " letters, digits and signs of ASCII, without blanks: "
              + file);
    }
    return token;
  }
}
