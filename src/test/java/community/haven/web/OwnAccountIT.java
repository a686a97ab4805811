package community.haven.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Download;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.HavenTest;
import community.haven.testkit.Visitor;

/** Keeping hold of one's account, in front of the page. */
@HavenTest
class OwnAccountIT {

    private static final String FRESH = "slow river under 9 bridges";

    @Test
    void shouldLeadBackInWithACode() {
        String handle = Cast.handle("amal");
        String code = Cast.signUp(handle).then().statusCode(201).extract().path("recoveryCodes[4]");
        try (Visitor amal = Visitor.atDesk()) {
            amal.open("/sign-in");
            amal.link("I cannot get in").click();
            amal.field("Name").fill(handle);
            amal.field("Recovery code").fill("AAAA-AAAA-AAAA-AAAA");
            amal.field("New password").fill(FRESH);
            amal.button("Come back in").click();
            assertThat(amal.page().getByText("That name and recovery code do not fit together.")).isVisible();

            amal.field("Recovery code").fill(code.toLowerCase());
            amal.button("Come back in").click();
            assertThat(amal.heading("Rooms")).isVisible();
            amal.link("Your account").click();
            assertThat(amal.page().getByText("You have 9 codes left.")).isVisible();
            assertThat(amal.complaints()).isEmpty();
        }
    }

    @Test
    void shouldChangeThePasswordAndSignOutEverywhereElse() {
        Someone bea = Cast.member("bea");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(bea).open("/account");
            visitor.field("Present password").fill("not the password");
            visitor.field("New password").fill(FRESH);
            visitor.button("Change the password").click();
            assertThat(visitor.field("Present password"))
                    .hasAccessibleDescription(Pattern.compile("This is not your present password."));

            visitor.field("Present password").fill(Cast.PASSWORD);
            visitor.button("Change the password").click();
            assertThat(visitor.page().getByText("Your password is changed.")).isVisible();
            bea.asks().get("/api/accounts/me").then().statusCode(401);
            visitor.page().reload();
            assertThat(visitor.heading("Your account")).isVisible();
        }
    }

    @Test
    void shouldGiveNewCodesToTakeAway() throws IOException {
        Someone bea = Cast.member("bea");
        try (Visitor visitor = Visitor.atDesk()) {
            visitor.signIn(bea).open("/account");
            visitor.button("Make new codes").click();
            assertThat(visitor.heading("Your recovery codes")).isFocused();
            List<String> shown = visitor.page().locator(".codes code").allInnerTexts();
            assertThat(shown).hasSize(10);

            Download file = visitor.page().waitForDownload(() -> visitor.button("Download as text").click());
            assertThat(file.suggestedFilename()).isEqualTo("haven-recovery-codes.txt");
            assertThat(new String(file.createReadStream().readAllBytes(), StandardCharsets.UTF_8)).contains(shown);

            visitor.button("I have kept them").click();
            assertThat(visitor.page().getByText("You have 10 codes left.")).isVisible();
            assertThat(visitor.complaints()).isEmpty();
        }
    }
}
