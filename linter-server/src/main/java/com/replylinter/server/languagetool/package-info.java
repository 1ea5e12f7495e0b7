/**
 * The service as clients of LanguageTool know it: requests and answers of its HTTP interface,
 * version 2, with the linter's findings in place of grammar.
 */
@NullMarked
package com.replylinter.server.languagetool;

import org.jspecify.annotations.NullMarked;
