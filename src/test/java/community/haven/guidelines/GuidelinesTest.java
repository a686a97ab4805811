package community.haven.guidelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

import community.haven.shared.ErrorCode;
import community.haven.shared.Refusal;

class GuidelinesTest {

    private static final Guidelines GUIDELINES = new Guidelines();

    @Test
    void shouldReadVersionAndRulesFromTheDocumentAtTheTop() {
        assertThat(GUIDELINES.version()).matches("\\d{4}-\\d{2}-\\d{2}(\\.\\d+)?");
        assertThat(GUIDELINES.rules()).hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(rule -> assertThat(rule.text()).isNotBlank().doesNotContain("\n#"));
        assertThat(GUIDELINES.rules()).extracting(Rule::id).startsWith("G1");
    }

    @Test
    void shouldReadEachRuleUpToTheNextHeading() {
        Guidelines guidelines = new Guidelines(
                "Version: 2\n## Rules\n### G1. One\nFirst.\n\nMore.\n### G2. Two\nSecond.\n## End\nElse.\n");
        assertThat(guidelines.rules()).containsExactly(new Rule("G1", "One", "First.\n\nMore."),
                new Rule("G2", "Two", "Second."));
    }

    @Test
    void shouldRefuseADocumentWithoutVersionOrWithAnIdTwice() {
        assertThatThrownBy(() -> new Guidelines("### G1. One\nFirst.")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Guidelines("Version: 1\n### G1. One\nFirst.\n### G1. Two\nSecond."))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldTakeOnlyRulesThatTheGuidelinesHave() {
        assertThat(refusal("G999", "A plain and long reason")).isEqualTo(ErrorCode.UNKNOWN_RULE);
        assertThat(refusal(null, "A plain and long reason")).isEqualTo(ErrorCode.UNKNOWN_RULE);
        assertThat(refusal("G1", "short")).isEqualTo(ErrorCode.INVALID);
        assertThat(Grounds.of(GUIDELINES, "G1", "A plain and long reason").toString()).doesNotContain("plain");
    }

    private static ErrorCode refusal(String rule, String reason) {
        return catchThrowableOfType(Refusal.class, () -> Grounds.of(GUIDELINES, rule, reason)).code();
    }
}
