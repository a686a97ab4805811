package community.haven.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import community.haven.text.Written;

/** What a resource says, within all limits and in normal form. Members' posts and data files alike pass through {@link #of}. */
record Content(Kind kind, String title, String summary, String body, List<String> steps, int minutes, Set<Theme> themes,
        String source) {

    static final int MAX_TITLE = 120;
    static final int MAX_SUMMARY = 280;
    static final int MAX_BODY = 20_000;
    static final int MAX_STEPS = 12;
    static final int MAX_STEP = 400;
    static final int MAX_MINUTES = 240;
    static final int MAX_THEMES = 4;
    static final int MAX_SOURCE = 300;

    /**
     * @throws Refusal {@code invalid}, naming the first field that is wrong
     */
    static Content of(Raw raw) {
        return new Content(
                Wire.parse("kind", Kind.class, raw.kind()),
                Written.line("title", raw.title(), 1, MAX_TITLE),
                Written.line("summary", raw.summary(), 1, MAX_SUMMARY),
                Written.block("body", raw.body(), 1, MAX_BODY),
                steps(raw.steps()),
                minutes(raw.minutes()),
                themes(raw.themes()),
                Written.optionalLine("source", raw.source(), MAX_SOURCE));
    }

    private static List<String> steps(List<String> raw) {
        if (raw == null) {
            return List.of();
        }
        if (raw.size() > MAX_STEPS) {
            throw Refusal.invalid("steps", Reason.TOO_MANY, MAX_STEPS);
        }
        return IntStream.range(0, raw.size()).mapToObj(i -> Written.line("steps." + i, raw.get(i), 1, MAX_STEP)).toList();
    }

    private static int minutes(Integer raw) {
        if (raw == null) {
            throw Refusal.invalid("minutes", Reason.MISSING);
        }
        if (raw < 1) {
            throw Refusal.invalid("minutes", Reason.TOO_SMALL, 1);
        }
        if (raw > MAX_MINUTES) {
            throw Refusal.invalid("minutes", Reason.TOO_LARGE, MAX_MINUTES);
        }
        return raw;
    }

    private static Set<Theme> themes(List<String> raw) {
        if (raw == null || raw.isEmpty()) {
            throw Refusal.invalid("themes", Reason.MISSING);
        }
        if (raw.size() > MAX_THEMES) {
            throw Refusal.invalid("themes", Reason.TOO_MANY, MAX_THEMES);
        }
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        for (int i = 0; i < raw.size(); i++) {
            themes.add(Wire.parse("themes." + i, Theme.class, raw.get(i)));
        }
        return themes;
    }

    /** Two contents have the same digest when they say the same. */
    String digest() {
        String all = String.join("\u0000", kind.wire(), title, summary, body, String.join("\n", steps),
                Integer.toString(minutes), EnumSet.copyOf(themes).toString(), source == null ? "" : source);
        return sha256(all.getBytes(StandardCharsets.UTF_8));
    }

    static String sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "Content[" + kind + ", " + body.length() + " characters]";
    }

    /** As it came in, unchecked; names of values are still names. */
    interface Raw {

        String kind();

        String title();

        String summary();

        String body();

        List<String> steps();

        Integer minutes();

        List<String> themes();

        String source();
    }
}
