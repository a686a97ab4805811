package community.haven.account;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import community.haven.account.PersonalData.Part;

/**
 * A person's data as a ZIP of two files that say the same: {@code haven.json} for machines and {@code index.html} for
 * people. What is told is read once for each, so that nothing but a page of it is ever in memory.
 */
final class Archive {

    /** How often the same is read. */
    static final int PASSES = 2;

    private final List<Part> parts;
    private final Instant madeAt;
    private final ObjectMapper json;
    private final Runnable oneDone;

    /** @param oneDone called after each item of each file */
    Archive(List<Part> parts, Instant madeAt, ObjectMapper json, Runnable oneDone) {
        this.parts = parts;
        this.madeAt = madeAt;
        this.json = json;
        this.oneDone = oneDone;
    }

    void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.putNextEntry(new ZipEntry("haven.json"));
            writeJson(zip);
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("index.html"));
            writePage(zip);
            zip.closeEntry();
        }
    }

    private void writeJson(OutputStream out) throws IOException {
        try (JsonGenerator generator = json.createGenerator(out)) {
            generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            generator.useDefaultPrettyPrinter();
            generator.writeStartObject();
            generator.writeStringField("madeAt", madeAt.toString());
            for (Part part : parts) {
                generator.writeArrayFieldStart(part.name());
                part.items().accept(each(item -> generator.writePOJO(item)));
                generator.writeEndArray();
            }
            generator.writeEndObject();
        }
    }

    private void writePage(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ReadablePage page = new ReadablePage(writer);
        page.begin(madeAt);
        for (Part part : parts) {
            page.beginPart(part.name(), part.count() == 0);
            part.items().accept(each(page::item));
            page.endPart();
        }
        page.end();
        writer.flush();
    }

    private Consumer<Map<String, Object>> each(Work work) {
        return item -> {
            try {
                work.on(item);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            oneDone.run();
        };
    }

    private interface Work {
        void on(Map<String, Object> item) throws IOException;
    }
}
