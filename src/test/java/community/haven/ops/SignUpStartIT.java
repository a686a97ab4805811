package community.haven.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;

class SignUpStartIT {

    @Test
    void shouldNotStartWhenEveryProgramCouldSignUp() throws Exception {
        Path home = Path.of("target", "it data", "barrier").toAbsolutePath();
        Folders.delete(home);
        try (HavenProcess haven = HavenProcess.of(home.resolve("data"))
                .with("HAVEN_ACCOUNT_SIGN_UP_PROOF_REQUIRED", "false").start()) {
            assertThat(haven.awaitExit()).isNotZero();
            assertThat(haven.stdout()).contains("Sign-up would be open to every program on the network",
                    "haven.account.sign-up.mode=invitation or approval").doesNotContain("\tat community.haven");
            assertThat(haven.databases()).isEmpty();
        }
        Folders.delete(home);
    }
}
