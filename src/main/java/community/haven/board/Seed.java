package community.haven.board;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import community.haven.shared.FieldError;
import community.haven.shared.Refusal;

/**
 * A data file: YAML between two lines of dashes, then the body in Markdown.
 *
 * @param key the file's name without its ending; never changes
 * @param version a higher one than what is in the database is an update
 */
record Seed(String key, int version, Content content, LocalDate reviewed) {

    private static final Pattern NAME = Pattern.compile("([a-z0-9-]{1,80})\\.md");
    private static final Pattern FILE = Pattern.compile("---\\n(.*?)\\n---\\n(.*)", Pattern.DOTALL);
    private static final int MIN_STEPS = 3;
    private static final int MAX_STEPS = 9;

    private static final ObjectMapper YAML = YAMLMapper
            .builder(YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new JavaTimeModule()).build();

    static Seed parse(String name, String text) {
        Matcher file = FILE.matcher(text);
        if (!file.matches()) {
            throw broken(name, "it has no front matter between two lines of three dashes");
        }
        try {
            return of(name, YAML.readValue(file.group(1), FrontMatter.class), file.group(2));
        } catch (JsonProcessingException e) {
            throw broken(name, e.getOriginalMessage() + " (front matter, line " + e.getLocation().getLineNr() + ")");
        } catch (Refusal e) {
            throw broken(name, String.join(", ", e.fields().stream().map(Seed::reason).toList()));
        }
    }

    private static Seed of(String name, FrontMatter matter, String body) {
        Matcher key = NAME.matcher(name);
        check(name, key.matches(), "its name is not of lower-case letters, digits and hyphens");
        check(name, matter.version() >= 1, "version is missing or below 1");
        check(name, matter.reviewed() != null, "reviewed is missing");
        check(name, matter.source() != null, "source is missing");
        check(name, matter.steps() != null, "steps is missing; [] says that there are none");
        int steps = matter.steps().size();
        check(name, steps == 0 || steps >= MIN_STEPS && steps <= MAX_STEPS, "steps are neither none nor 3 to 9");
        Content content = Content.of(matter.with(body));
        check(name, content.kind() != Kind.EXPERIENCE, "kind experience is for members");
        check(name, content.themes().size() == matter.themes().size(), "a theme stands twice");
        return new Seed(key.group(1), matter.version(), content, matter.reviewed());
    }

    private static void check(String name, boolean sound, String reason) {
        if (!sound) {
            throw broken(name, reason);
        }
    }

    private static String reason(FieldError error) {
        return error.field() + ": " + error.reasonCode() + (error.limit() == null ? "" : " (" + error.limit() + ")");
    }

    private static IllegalStateException broken(String name, String reason) {
        return new IllegalStateException("board/" + name + " is broken: " + reason);
    }

    @Override
    public String toString() {
        return "Seed[" + key + ", version " + version + "]";
    }

    record FrontMatter(int version, String kind, String title, String summary, Integer minutes, List<String> themes,
            String source, LocalDate reviewed, List<String> steps) {

        Content.Raw with(String body) {
            return new EditedResource(title, kind, summary, body, steps, minutes, themes, source);
        }
    }
}
