package com.replylinter.server.audit;

import com.replylinter.audit.log.Wording;
import com.replylinter.server.audit.AuditFault.Kind;
import com.replylinter.server.audit.JobRecord.Upload;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** The parts of a form: its files go to disk, its fields are kept. */
final class FormParts extends MultiPart.AbstractPartsListener implements AutoCloseable {
  /** Most parts of a form. */
  static final int MAX_PARTS = 200;

  private static final String FILE = "file";

  /** Longest value of a field, in bytes. */
  private static final int MAX_FIELD_BYTES = 4 << 10;

  private final Path folder;
  private final Map<String, List<String>> fields = new LinkedHashMap<>();
  private final List<Upload> files = new ArrayList<>();
  private final ByteArrayOutputStream field = new ByteArrayOutputStream();
  private @Nullable UploadFile file;
  private @Nullable AuditFault fault;

  /**
   * Takes the parts of one form.
   *
   * @param folder where files go, numbered from 0
   * @param more fields that were sent besides
   */
  FormParts(Path folder, AuditFields more) {
    this.folder = folder;
    more.values().forEach((name, values) -> fields.put(name, new ArrayList<>(values)));
  }

  List<Upload> files() {
    return List.copyOf(files);
  }

  AuditFields fields() {
    return new AuditFields(fields);
  }

  /**
   * Goes on if all is well so far.
   *
   * @throws AuditFault if it is not
   */
  void orFail() {
    if (fault != null) {
      throw fault;
    }
  }

  @Override
  public void onPartHeaders() {
    field.reset();
    String sent = getFileName();
    boolean isFile = FILE.equals(getName());
    if (sent != null && !isFile) {
      fail(AuditFields.unknown(String.valueOf(getName())));
    } else if (isFile && fault == null) {
      try {
        file =
            new UploadFile(
                folder.resolve(Integer.toString(files.size())), sent == null ? "" : sent);
      } catch (AuditFault e) {
        fail(e);
      }
    }
  }

  @Override
  public void onPartContent(Content.Chunk chunk) {
    ByteBuffer bytes = chunk.getByteBuffer();
    byte[] content = new byte[bytes.remaining()];
    bytes.get(content);
    if (fault != null) {
      return;
    }
    if (file != null) {
      try {
        file.write(content, content.length);
      } catch (AuditFault e) {
        fail(e);
      }
    } else if (field.size() + content.length > MAX_FIELD_BYTES) {
      String name = String.valueOf(getName());
      fail(AuditFields.invalid(name, Wording.of("%s 太长。", "%s is too long.", name)));
    } else {
      field.write(content, 0, content.length);
    }
  }

  @Override
  public void onPart(@Nullable String name, @Nullable String fileName, HttpFields headers) {
    UploadFile done = file;
    if (done != null) {
      close();
      boolean isChosen = (fileName != null && !fileName.isEmpty()) || done.upload().bytes() > 0;
      if (isChosen) { // a form sends a part without a name where nothing was chosen
        files.add(done.upload());
      }
      return;
    }
    String value = field.toString(StandardCharsets.UTF_8).strip();
    if (!value.isEmpty()) {
      fields.computeIfAbsent(String.valueOf(name), each -> new ArrayList<>()).add(value);
    }
  }

  @Override
  public void onFailure(Throwable failure) {
    fail(
        new AuditFault(
            Kind.MALFORMED, new Wording("表单没有传完，或者格式不对。", "The form is incomplete or malformed.")));
  }

  /** The first one counts. */
  private void fail(AuditFault first) {
    if (fault == null) {
      fault = first;
    }
  }

  @Override
  public void close() {
    UploadFile open = file;
    file = null;
    if (open != null) {
      open.close();
    }
  }
}
