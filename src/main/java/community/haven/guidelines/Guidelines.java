package community.haven.guidelines;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

/**
 * {@code moderation-guidelines.md} from the top of the repository, the one source of the rules: people read it,
 * sign-up asks agreement to its version, and a rule that is not in it cannot be used against anybody.
 */
@Singleton
public class Guidelines {

    private static final Pattern VERSION = Pattern.compile("^Version: (\\S+)$", Pattern.MULTILINE);
    private static final Pattern RULE = Pattern.compile("^### (G\\d+)\\. (.+)\\n((?:(?!#).*\\n?)*)", Pattern.MULTILINE);

    private final String markdown;
    private final String version;
    private final List<Rule> rules;

    public Guidelines() {
        this(read());
    }

    Guidelines(String markdown) {
        this.markdown = markdown;
        this.version = VERSION.matcher(markdown).results().findFirst().map(found -> found.group(1))
                .orElseThrow(() -> new IllegalStateException("The guidelines have no line 'Version: …'"));
        this.rules = rules(markdown);
    }

    public String markdown() {
        return markdown;
    }

    /** Changes whenever people have to agree again. */
    public String version() {
        return version;
    }

    public List<Rule> rules() {
        return rules;
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static List<Rule> rules(String markdown) {
        List<Rule> rules = new ArrayList<>();
        Matcher section = RULE.matcher(markdown);
        while (section.find()) {
            rules.add(new Rule(section.group(1), section.group(2).strip(), section.group(3).strip()));
        }
        if (rules.isEmpty() || rules.stream().map(Rule::id).distinct().count() != rules.size()) {
            throw new IllegalStateException("The guidelines need rules, each with an id of its own");
        }
        return List.copyOf(rules);
    }

    private static String read() {
        try (InputStream in = Guidelines.class.getResourceAsStream("/moderation-guidelines.md")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
