package community.haven.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;

/** Where the build itself runs as an ordinary user, every other test shows the same. */
@EnabledOnOs(OS.LINUX)
class OrdinaryUserIT {

    private static final int NOBODY = 65534;
    private static final String[] AS_NOBODY = { "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups" };

    @Test
    void shouldStartFromNothingAsAnOrdinaryUser() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "the build runs as an ordinary user already");
        Path home = Path.of("target", "it data", "ordinary").toAbsolutePath();
        Folders.delete(home);
        Files.createDirectories(home);
        Files.setAttribute(home, "unix:uid", NOBODY);
        try (HavenProcess haven = HavenProcess.of(home.resolve("data")).behind(AS_NOBODY).start().waitUntilReady()) {
            assertThat(Files.getAttribute(home.resolve("data/database"), "unix:uid")).isEqualTo(NOBODY);
            assertThat(haven.stop()).isEqualTo(143);
            assertThat(haven.databases()).isEmpty();
        }
        Folders.delete(home);
    }
}
