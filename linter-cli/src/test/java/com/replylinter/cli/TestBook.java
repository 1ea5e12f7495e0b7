package com.replylinter.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A phrasebook of two rules in a folder, to be broken by tests.
 *
 * @param root the folder
 */
record TestBook(Path root) {
  static final String WECHAT =
      """
      id: contact/wechat
      title: 引导加微信
      severity: block
      kind: offer
      message: 您在引导买家加微信，请在千牛里沟通。
      why: 不得引导买家到平台外联系。
      penalties:
        - {points: 12, basis: 骚扰他人, source: D0, from: 2013-01-01}
      match:
        - '{加|＋} … <微信>'
      rewrites:
        - 亲，请在这里和我沟通哦。
        - 您好，有问题在这里留言就好。
      examples:
        bad:
          - '{{加我微信}}吧'
          - '麻烦{{加一下微信}}哦'
        good:
          - 我们不加微信的哦
          - 微信支付的优惠
      """;

  static final String BEST =
      """
      id: claims/best
      title: 绝对化用语
      severity: warn
      kind: statement
      message: “最好”是绝对化用语，请改成具体的说法。
      why: 广告法禁止绝对化用语。
      penalties: []
      match:
        - '{全网|全国}最好'
      rewrites:
        - 亲，这款卖得不错哦。
        - 您好，这款评价不错哦。
      examples:
        bad:
          - '这是{{全网最好}}的'
        good:
          - 全网都在卖
      """;

  static final String ADDRESS =
      """
      id: style/address
      title: 用“您”
      severity: remind
      kind: style
      message: 请用“您”。
      why: 店里的习惯。
      match:
        - '你的'
      rewrites:
        - 亲，您的东西到了哦。
        - 您好，您的东西到了。
      examples:
        bad:
          - '{{你的}}快递'
        good:
          - 您的快递
      """;

  private static final String TRAP =
      """
      id: trap/chat
      title: 买家想加微信
      severity: remind
      kind: trap
      message: 不要答应，请在千牛里说。
      why: 平台外的约定不受保护。
      match:
        - '加 <微信>'
      rewrites:
        - 亲，请在这里和我沟通哦。
        - 您好，有问题在这里留言就好。
      examples:
        bad:
          - 加个微信吧
          - {talk: [{buyer: 能加微信不}, {agent: 亲}]}
        good:
          - {talk: [{buyer: 能加微信不}, {agent: 就在这里说哦}]}
          - 微信支付可以吗
      """;

  static final String WORDS =
      """
      微信:
        - '{微信|vx}'
      否定词:
        - '{不|没|不会}'
      """;

  /** Writes the book into {@code root}. */
  static TestBook in(Path root) {
    return new TestBook(root)
        .with("contact/wechat.yaml", WECHAT)
        .with("claims/best.yaml", BEST)
        .with("_words/words.yaml", WORDS);
  }

  /** Adds a question to beware of. */
  TestBook withTrap() {
    return with("trap/chat.yaml", TRAP).with("_words/frames.yaml", "招呼: ['{亲|在的}']\n");
  }

  /** Adds or replaces a file. */
  TestBook with(String file, String text) {
    try {
      Path path = root.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its folder, as an argument. */
  String path() {
    return root.toString();
  }
}
