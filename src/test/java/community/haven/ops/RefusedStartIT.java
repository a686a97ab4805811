package community.haven.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;

class RefusedStartIT {

    @Test
    void shouldNotStartWhenEveryProgramCouldSignUp() throws Exception {
        isRefused("HAVEN_ACCOUNT_SIGN_UP_PROOF_REQUIRED", "false", "Sign-up would be open to every program on the network",
                "haven.account.sign-up.mode=invitation or approval");
    }

    @Test
    void shouldNotStartWithShortPasswordsAlone() throws Exception {
        isRefused("HAVEN_ACCOUNT_PASSWORD_MINIMUM", "8", "Passwords of fewer than 15 characters need a second factor",
                "haven.account.second-factor.required-of=everybody");
    }

    private static void isRefused(String key, String value, String... words) throws Exception {
        Path home = Path.of("target", "it data", "refused start").toAbsolutePath();
        Folders.delete(home);
        try (HavenProcess haven = HavenProcess.of(home.resolve("data")).with(key, value).start()) {
            assertThat(haven.awaitExit()).isNotZero();
            assertThat(haven.stdout()).contains(words).doesNotContain("\tat community.haven");
            assertThat(haven.databases()).isEmpty();
        }
        Folders.delete(home);
    }
}
