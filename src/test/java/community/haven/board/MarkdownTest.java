package community.haven.board;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    /** All tags and attributes that may come out: anything else is somebody's HTML. */
    private static final Pattern SAFE = Pattern.compile("<(?:/?(?:p|h[1-6]|ul|ol|li|em|strong|code|pre|blockquote)"
            + "|ol start=\"\\d+\"|code class=\"language-[^\"<>]*\"|hr /|br /|/a"
            + "|a href=\"(?:https?://|mailto:|/|#)[^\"<>]*\" rel=\"noopener noreferrer nofollow\"(?: title=\"[^\"<>]*\")?)>");

    private static void assertSafe(String html) {
        assertThat(SAFE.matcher(html).replaceAll("")).doesNotContain("<").doesNotContain(">");
    }

    @Test
    void shouldRenderWhatPeopleUse() {
        assertThat(Markdown.html("## Before\n\nBreathe **out**, *slowly*.\n\n- one\n- two\n\n> kindly\n\n1. a\n"))
                .isEqualTo("""
                        <h2>Before</h2>
                        <p>Breathe <strong>out</strong>, <em>slowly</em>.</p>
                        <ul>
                        <li>one</li>
                        <li>two</li>
                        </ul>
                        <blockquote>
                        <p>kindly</p>
                        </blockquote>
                        <ol>
                        <li>a</li>
                        </ol>
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[a](https://example.org/x?y=1&z=2) | <a href=\"https://example.org/x?y=1&amp;z=2\" rel=\"noopener noreferrer nofollow\">a</a>",
            "[a](http://example.org)            | <a href=\"http://example.org\" rel=\"noopener noreferrer nofollow\">a</a>",
            "<mailto:help@example.org>          | <a href=\"mailto:help@example.org\" rel=\"noopener noreferrer nofollow\">mailto:help@example.org</a>",
            "[a](/board/1)                      | <a href=\"/board/1\" rel=\"noopener noreferrer nofollow\">a</a>",
            "![a *b*](https://example.org/i.png) | <a href=\"https://example.org/i.png\" rel=\"noopener noreferrer nofollow\">a b</a>",
            "![a](data:image/png;base64,AAAA)   | a",
            "[![a](https://x.example/i)](https://example.org) | <a href=\"https://example.org\" rel=\"noopener noreferrer nofollow\">a</a>",
            "[a](//example.org)                 | a",
            "[a](/\\example.org)                | a",
            "[a](javascript:alert`1`)           | a",
            "<script>alert(1)</script>          | &lt;script&gt;alert(1)&lt;/script&gt;"
    })
    void shouldRenderLinksAndPictures(String markdown, String html) {
        assertThat(Markdown.html("x " + markdown)).isEqualTo("<p>x " + html + "</p>\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<iframe src=//evil.example>",
            "<style>@import 'https://evil.example'</style>",
            "<!-- --><b onmouseover=alert(1)>x</b>",
            "<![CDATA[<script>alert(1)</script>]]>",
            "<?php echo 1 ?>",
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](  javascript:alert(1) )",
            "[x](java&#x0A;script:alert(1))",
            "[x](java&Tab;script:alert(1))",
            "[x](&#106;avascript:alert(1))",
            "[x](&#x6A&#x61;vascript:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](\u0001javascript:alert(1))",
            "[x](\u00a0javascript:alert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](blob:https://example.org/1)",
            "[x](file:///etc/passwd)",
            "[x](https:evil)",
            "[x](https:\\\\evil.example)",
            "[x](https://example.org/\"onmouseover=alert(1))",
            "[x](https://example.org/&quot;onmouseover=alert(1))",
            "[x](https://example.org \"t\\\" onmouseover=alert(1) x=\\\"\")",
            "[x](<https://example.org/><script>alert(1)</script>)",
            "<javascript:alert(1)>",
            "<data:text/html,x>",
            "![x](javascript:alert(1))",
            "![\"onerror=alert(1)](https://example.org/x)",
            "![<img src=x onerror=alert(1)>](https://example.org/x)",
            "![](https://example.org/<script>)",
            "[a [b](javascript:alert(1)) c](https://example.org)",
            "[a ![b](https://x.example/\"y) c](https://example.org)",
            "[x][y]\n\n[y]: javascript:alert(1) 'onclick=alert(1)'",
            "[x][y]\n\n[y]: https://example.org '\"><script>alert(1)</script>'",
            "```\"><script>alert(1)</script>\nx\n```",
            "``` x\" onclick=alert(1)\nx\n```",
            "`<script>alert(1)</script>`",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)",
            "\\<script>alert(1)</script>",
            "<scr<script>ipt>alert(1)</script>",
            "# <script>alert(1)</script>",
            "- <div onclick=alert(1)>\n  x",
            "> <form action=https://evil.example>",
            "<x\nonclick=alert(1)\n>",
            "\u2028<script>alert(1)</script>",
    })
    void shouldLetNothingRunOrLoad(String payload) {
        assertSafe(Markdown.html(payload));
    }

    static Stream<Arguments> monsters() {
        return Stream
                .of("[", "![", ">", "> ", "*", "**a ", "_a", "- ", "`", "``a`", "<", "<a ", "<!--", "&", "&#", "\\", "[a](",
                        "[a](b ", "![[", "*a **b ", "a**b", "]", "[]()", "1. ", "#", "<a href=\"", "[a]: ", "![a](<b", "(",
                        "\t", "<?", "<![CDATA[",
                        "a@b.", "http://", "\"", "*_")
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("monsters")
    void shouldStayQuickAndSafeWhenAPatternRepeatsToTheLimit(String pattern) {
        String oneLine = pattern.repeat(Content.MAX_BODY / pattern.length());
        String closed = pattern.repeat(Content.MAX_BODY / 2 / pattern.length())
                + new StringBuilder(pattern).reverse().toString().replace('[', ']')
                        .repeat(Content.MAX_BODY / 2 / pattern.length());
        String lines = (pattern.repeat(40) + "\n").repeat(Content.MAX_BODY / (40 * pattern.length() + 1));

        assertTimeoutPreemptively(ofSeconds(5), () -> {
            assertSafe(Markdown.html(oneLine));
            assertSafe(Markdown.html(closed));
            assertSafe(Markdown.html(lines));
        });
    }

    @Test
    void shouldNotOverflowWhenThingsAreNestedDeeply() {
        assertSafe(Markdown.html("[".repeat(6_000) + "a" + "](/b)".repeat(2_800)));
        assertSafe(Markdown.html("![".repeat(2_000) + "a" + "](/b)".repeat(2_000)));
        assertSafe(Markdown.html("*a **b ".repeat(1_400) + "c** d*".repeat(1_400)));
        assertSafe(Markdown.html("> ".repeat(9_000) + "a"));
        assertSafe(Markdown.html("- ".repeat(9_000) + "a"));
    }
}
