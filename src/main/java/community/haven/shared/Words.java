package community.haven.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The sentences that the server says to people. They live beside those of the page, in {@code web/app/words},
 * where they can be reviewed and translated as one text.
 */
public final class Words {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final JsonNode ERRORS = read("errors.json", JsonNode.class);
    private static final JsonNode NOTICES = read("notices.json", JsonNode.class);
    private static final JsonNode MAILS = read("mails.json", JsonNode.class);

    private Words() {
    }

    /** What happened, in one short sentence. */
    public static String title(ErrorCode code) {
        return sentence(ERRORS.at("/codes/" + code.code() + "/title"), code.code());
    }

    /** What to do next. */
    public static String next(ErrorCode code) {
        return sentence(ERRORS.at("/codes/" + code.code() + "/next"), code.code());
    }

    /** What to do next, with the time from which on it is possible where that is known. */
    public static String next(Refusal refusal) {
        return refusal.until()
                .map(until -> sentence(ERRORS.at("/codes/" + refusal.code().code() + "/nextUntil"), refusal.code().code())
                        .replace("{until}", UTC.format(until)))
                .orElseGet(() -> next(refusal.code()));
    }

    /** A notice by its name, such as {@code peer-support}. */
    public static String notice(String name) {
        return sentence(NOTICES.path(name), name);
    }

    /** What a notice of this kind says that happened. {@code {about}} is to be filled. */
    public static String noticeTitle(String kind) {
        return sentence(NOTICES.at("/notices/" + kind + "/title"), kind);
    }

    /** What a notice of this kind says that happens next. */
    public static String noticeNext(String kind) {
        return sentence(NOTICES.at("/notices/" + kind + "/next"), kind);
    }

    /** The subject of a letter by its name, such as {@code reset}. It tells nothing to whoever looks over a shoulder. */
    public static String mailSubject(String name) {
        return sentence(MAILS.at("/letters/" + name + "/subject"), name);
    }

    /** The text of a letter by its name, with its foot. Places to be filled are in braces. */
    public static String mailText(String name) {
        return paragraphs(MAILS.at("/letters/" + name + "/text"), name) + "\n\n-- \n" + paragraphs(MAILS.path("foot"), "foot");
    }

    /** A longer text, in the form that the one who shows it needs. */
    public static <T> T read(String file, Class<T> form) {
        try (InputStream in = Words.class.getResourceAsStream("/web/app/words/" + file)) {
            return new ObjectMapper().readValue(in, form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fieldError(FieldError error) {
        String sentence = sentence(ERRORS.at("/fields/" + error.reason().code()), error.reason().code());
        return error.limit() == null ? sentence : sentence.replace("{limit}", error.limit().toString());
    }

    private static String paragraphs(JsonNode node, String name) {
        return StreamSupport.stream(node.spliterator(), false).map(paragraph -> sentence(paragraph, name))
                .reduce((one, next) -> one + "\n\n" + next)
                .orElseThrow(() -> new IllegalStateException("No words for " + name));
    }

    private static String sentence(JsonNode node, String name) {
        if (!node.isTextual()) {
            throw new IllegalStateException("No words for " + name);
        }
        return node.textValue();
    }
}
