package com.replylinter.match;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * Numbers that the numbering plan of mainland China assigns, as libphonenumber knows it. Its tables
 * are loaded when the first number of the right shape is asked about.
 */
final class PhoneNumbers {
  private static final int CHINA = 86;

  private PhoneNumbers() {}

  /** Whether these 11 digits are a mobile number. */
  static boolean isMobile(String digits) {
    return digits.length() == 11
        && digits.charAt(0) == '1'
        && digits.charAt(1) >= '3'
        && typeOf(digits) == PhoneNumberType.MOBILE;
  }

  /** Whether these digits, area code with its 0 included, are a land line. */
  static boolean isLandLine(String digits) {
    return digits.length() >= 10
        && digits.length() <= 12
        && digits.charAt(0) == '0'
        && digits.charAt(1) != '0'
        && typeOf(digits.substring(1)) == PhoneNumberType.FIXED_LINE;
  }

  /** Whether these 10 digits are a 400 or 800 line. */
  static boolean isHotline(String digits) {
    if (digits.length() != 10 || !(digits.startsWith("400") || digits.startsWith("800"))) {
      return false;
    }
    PhoneNumberType type = typeOf(digits);
    return type == PhoneNumberType.SHARED_COST || type == PhoneNumberType.TOLL_FREE;
  }

  private static PhoneNumberType typeOf(String digits) {
    return Plan.UTIL.getNumberType(
        new PhoneNumber().setCountryCode(CHINA).setNationalNumber(Long.parseLong(digits)));
  }

  /** Loaded when first asked. */
  private static final class Plan {
    static final PhoneNumberUtil UTIL = PhoneNumberUtil.getInstance();
  }
}
