package community.haven.account;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import community.haven.account.PersonalData.Part;
import community.haven.shared.Words;

/** A person's data as one page that needs nothing else: no script, no other file, nothing from the network. */
final class ReadablePage {

    private static final WordsOfIt WORDS = Words.read("download.json", WordsOfIt.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.UK)
            .withZone(ZoneOffset.UTC);
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #23302f; --paper: #fbf9f5; --card: #ffffff; --quiet: #55625f; --edge: #ccd3cf }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e6ebe8; --paper: #161d1c; --card: #1f2827; --quiet: #a9b6b2; --edge: #46524f }
            }
            body { background: var(--paper); color: var(--ink); font: 1.05rem/1.55 system-ui, sans-serif; margin: 0 auto;
              max-width: 46rem; padding: 1.5rem 1rem 4rem }
            h1, h2 { line-height: 1.25 }
            article { background: var(--card); border: 1px solid var(--edge); border-radius: 0.6rem; margin: 0 0 0.9rem;
              padding: 0.4rem 1rem }
            dl { margin: 0.5rem 0 }
            dt { color: var(--quiet); font-size: 0.9rem; margin-top: 0.4rem }
            dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap }
            .quiet { color: var(--quiet) }
            """;

    /** As the words have it: first who one is, then what one said. */
    static final Comparator<Part> ORDER = Comparator
            .comparing(part -> List.copyOf(WORDS.parts().keySet()).indexOf(part.name()));

    private final Writer out;

    ReadablePage(Writer out) {
        this.out = out;
    }

    void begin(Instant madeAt) throws IOException {
        out.write("""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <title>%1$s</title>
                <style>
                %2$s</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%3$s</p>
                <p class="quiet">%4$s %5$s</p>
                """.formatted(escaped(WORDS.title()), STYLE, escaped(WORDS.lead()), escaped(WORDS.made()),
                TIME.format(madeAt)));
    }

    void beginPart(String name, boolean empty) throws IOException {
        Heading heading = WORDS.parts().get(name);
        out.write("<section>\n<h2>" + escaped(heading.title()) + "</h2>\n<p class=\"quiet\">" + escaped(heading.lead())
                + "</p>\n");
        if (empty) {
            out.write("<p>" + escaped(WORDS.nothing()) + "</p>\n");
        }
    }

    void item(Map<String, Object> item) throws IOException {
        out.write("<article>\n<dl>\n");
        for (Map.Entry<String, Object> field : item.entrySet()) {
            if (field.getValue() != null) {
                out.write("<dt>" + escaped(WORDS.fields().get(field.getKey())) + "</dt><dd>" + escaped(shown(field.getValue()))
                        + "</dd>\n");
            }
        }
        out.write("</dl>\n</article>\n");
    }

    void endPart() throws IOException {
        out.write("</section>\n");
    }

    void end() throws IOException {
        out.write("</main>\n</body>\n</html>\n");
    }

    private static String shown(Object value) {
        if (value instanceof Instant at) {
            return TIME.format(at);
        }
        if (value instanceof Boolean truth) {
            return truth ? WORDS.yes() : WORDS.no();
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).collect(Collectors.joining("\n"));
        }
        return value.toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** What is said around the data. A part or field without words is a mistake, and fails the download. */
    record WordsOfIt(String title, String lead, String made, String nothing, String yes, String no,
            Map<String, Heading> parts, Map<String, String> fields) {
    }

    record Heading(String title, String lead) {
    }
}
