package com.replylinter.server.languagetool;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What each user does not want to hear of: the words of findings, exactly as they were found. Kept
 * in one small file, which is replaced whole before a change is acknowledged; thread-safe.
 */
public final class IgnoredWords {
  /** Most words of all users together. */
  static final int MAX_WORDS = 10_000;

  /** Longest word or user name, in UTF-16 code units. */
  static final int MAX_LENGTH = 200;

  private static final String FILE = "ignored-words.json";
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<TreeMap<String, TreeSet<String>>> LISTS =
      new TypeReference<>() {};

  private final @Nullable Path file;

  /** By user; neither the map nor a set in it is changed once it is here. */
  private volatile Map<String, Set<String>> lists;

  private IgnoredWords(@Nullable Path file, Map<String, ? extends Set<String>> lists) {
    this.file = file;
    this.lists = Map.copyOf(lists);
  }

  /** No words yet, and those that come are forgotten when the service ends. */
  public static IgnoredWords inMemory() {
    return new IgnoredWords(null, Map.of());
  }

  /**
   * The words kept in a folder.
   *
   * @throws IOException if there are words that cannot be read
   */
  public static IgnoredWords in(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    return new IgnoredWords(
        file, Files.exists(file) ? JSON.readValue(file.toFile(), LISTS) : Map.of());
  }

  /** A user's words, in order. */
  Set<String> of(String user) {
    return lists.getOrDefault(user, Set.of());
  }

  /**
   * Adds a word; returns whether it is new.
   *
   * @throws ApiFault if there are too many, or it is too long
   */
  synchronized boolean add(String user, String word) {
    if (of(user).contains(word)) {
      return false;
    }
    if (word.length() > MAX_LENGTH || user.length() > MAX_LENGTH) {
      throw ApiFault.badRequest("A word may have at most " + MAX_LENGTH + " characters");
    }
    if (lists.values().stream().mapToInt(Set::size).sum() >= MAX_WORDS) {
      throw ApiFault.badRequest("The dictionary is full: " + MAX_WORDS + " words");
    }
    Set<String> words = new TreeSet<>(of(user));
    words.add(word);
    replace(user, words);
    return true;
  }

  /** Forgets a word; returns whether it was there. */
  synchronized boolean delete(String user, String word) {
    Set<String> words = new TreeSet<>(of(user));
    if (!words.remove(word)) {
      return false;
    }
    replace(user, words);
    return true;
  }

  private void replace(String user, Set<String> words) {
    Map<String, Set<String>> changed = new TreeMap<>(lists);
    if (words.isEmpty()) {
      changed.remove(user);
    } else {
      changed.put(user, Collections.unmodifiableSet(words));
    }
    if (file != null) {
      try {
        write(file, changed);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    lists = Map.copyOf(changed);
  }

  /** A reader finds the old words or the new ones, even after a crash in between. */
  private static void write(Path file, Map<String, Set<String>> lists) throws IOException {
    Path fresh = file.resolveSibling(FILE + ".new");
    ByteBuffer json = ByteBuffer.wrap(JSON.writeValueAsBytes(lists));
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      while (json.hasRemaining()) {
        channel.write(json);
      }
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
