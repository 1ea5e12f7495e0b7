package com.replylinter.cli;

import com.replylinter.Platform;
import com.replylinter.Shop;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The shop's settings as options of a command. */
final class ShopOptions {
  @Option(
      names = "--platform",
      paramLabel = "tmall|taobao|jd|pinduoduo|douyin",
      converter = ToPlatform.class)
  private Platform platform = Platform.TMALL;

  @Option(names = "--cod")
  private boolean cod;

  @Option(names = "--no-free-shipping")
  private boolean chargesShipping;

  @Option(names = "--presale")
  private boolean presale;

  @Option(names = "--custom")
  private boolean custom;

  @Option(names = "--return-exempt")
  private boolean returnExempt;

  @Option(names = "--own-link", paramLabel = "HOST")
  private List<String> ownLinks = List.of();

  Shop shop() {
    return new Shop(platform, cod, !chargesShipping, presale, custom, returnExempt, ownLinks);
  }

  private static final class ToPlatform implements ITypeConverter<Platform> {
    @Override
    public Platform convert(String label) {
      return Platform.of(label).orElseThrow(() -> new TypeConversionException(label));
    }
  }
}
