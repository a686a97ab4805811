package community.haven.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;

/** The packaged Haven with its own database: started, started twice, killed, stopped. */
@EnabledOnOs({ OS.LINUX, OS.MAC })
class EmbeddedDatabaseIT {

    private static final Path FOLDER = Path.of("target", "it data", "embedded").toAbsolutePath();

    private HavenProcess haven;

    @BeforeAll
    static void startWithoutAnything() throws Exception {
        Folders.delete(FOLDER);
        try (HavenProcess first = HavenProcess.start(FOLDER).waitUntilReady()) {
            assertThat(first.stdout()).contains("Unpacking the database server");
            assertThat(first.setupCode()).isPresent();
            assertThat(first.stop()).isEqualTo(143);
        }
    }

    @AfterAll
    static void clean() throws Exception {
        Folders.delete(FOLDER);
    }

    @AfterEach
    void endAll() {
        if (haven != null) {
            haven.close();
        }
    }

    @Test
    void shouldKeepAllItHasInAFolderOfItsOwner() throws Exception {
        try (Stream<Path> content = Files.list(FOLDER)) {
            assertThat(content.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("database", "downloads", "haven.lock", "keys", "logs", "server", "tmp");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(FOLDER))).isEqualTo("rwx------");
        assertThat(FOLDER.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void shouldUseNoOtherTemporaryFolder() throws Exception {
        Path elsewhere = Files.createDirectories(FOLDER.resolveSibling("temporary"));
        haven = HavenProcess.of(FOLDER).option("java.io.tmpdir", elsewhere.toString()).start().waitUntilReady();
        try (Stream<Path> content = Files.list(elsewhere)) {
            assertThat(content.map(Path::toString)).noneMatch(name -> name.contains("Maria"));
        }
    }

    @Test
    void shouldFindItsDataWhenStartedAgain() throws Exception {
        String before = migrations();
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        assertThat(haven.stdout()).doesNotContain("Unpacking", "Making the first");
        haven.stop();
        assertThat(migrations()).isEqualTo(before);
    }

    @Test
    void shouldLetNobodyInButItself() throws Exception {
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        Path server = Path.of(haven.databases().get(0).info().command().orElseThrow());
        Process client = new ProcessBuilder(server.resolveSibling("mariadb").toString(), "--no-defaults", "--skip-ssl",
                "--user=root", "--socket=" + FOLDER.resolve("database").relativize(FOLDER.resolve("database/haven.sock")),
                "--execute=select 1").directory(FOLDER.resolve("database").toFile()).redirectErrorStream(true).start();
        assertThat(new String(client.getInputStream().readAllBytes())).contains("Access denied");
        assertThat(client.waitFor()).isNotZero();
    }

    @Test
    void shouldRefuseASecondHavenOnTheSameFolderWithOneSentence() {
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        HavenProcess second = HavenProcess.start(FOLDER);
        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.stdout().lines()).singleElement().asString()
                .startsWith("Another Haven is using the data folder " + FOLDER);
        assertThat(haven.status("/q/health/ready")).isEqualTo(200);
    }

    @Test
    void shouldStopCleanlyAndLeaveNoDatabaseRunning() throws Exception {
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        assertThat(haven.databases()).hasSize(1);
        assertThat(haven.stop()).isEqualTo(143);
        assertThat(haven.databases()).isEmpty();
        assertThat(haven.stdout()).contains("haven stopped").doesNotContain("ERROR", "WARN");
        assertThat(Files.readString(FOLDER.resolve("logs/mariadb.log"))).contains("Shutdown complete");
    }

    @Test
    void shouldEndTheDatabaseThatAKilledHavenLeftBehind() throws Exception {
        String before = migrations();
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        ProcessHandle orphan = haven.databases().get(0);
        haven.kill9();
        assertThat(haven.databases()).contains(orphan);
        HavenProcess next = HavenProcess.start(FOLDER).waitUntilReady();
        assertThat(next.stdout()).contains("Ending the database that an earlier Haven left behind");
        assertThat(next.databases()).hasSize(1).doesNotContain(orphan);
        next.stop();
        assertThat(migrations()).isEqualTo(before);
    }

    @Test
    void shouldLeaveNoDatabaseWhenStoppedDuringItsStart() {
        haven = HavenProcess.start(FOLDER);
        await().until(() -> !haven.databases().isEmpty());
        assertThat(haven.stop()).isNotZero();
        assertThat(haven.databases()).isEmpty();
    }

    @Test
    void shouldStartTheDatabaseAgainWhenItIsKilled() {
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        ProcessHandle first = haven.databases().get(0);
        await().pollDelay(Duration.ofSeconds(5)).until(first::isAlive);
        first.destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(() -> !haven.databases().isEmpty() && !first.isAlive());
        haven.waitUntilReady();
        assertThat(haven.stdout()).contains("The database has ended unexpectedly");
    }

    @Test
    void shouldAnswerWithinBoundsWhileTheDatabaseHangs() throws Exception {
        haven = HavenProcess.start(FOLDER).waitUntilReady();
        long database = haven.databases().get(0).pid();
        signal("-STOP", database);
        try {
            assertThat(within(Duration.ofSeconds(4), "/q/health/ready")).isEqualTo(503);
            assertThat(within(Duration.ofSeconds(1), "/q/health/live")).isEqualTo(200);
            assertThat(within(Duration.ofSeconds(1), "/api/guidelines")).isEqualTo(200);
        } finally {
            signal("-CONT", database);
        }
        haven.waitUntilReady();
    }

    @Test
    void shouldRefuseToStartWhenOthersCanReadTheKeys() throws Exception {
        Path key = FOLDER.resolve("keys/signing.jwks");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            haven = HavenProcess.start(FOLDER);
            assertThat(haven.awaitExit()).isEqualTo(1);
            assertThat(haven.stdout()).contains("Others than the owner can open " + key).doesNotContain("\tat ");
            assertThat(haven.databases()).isEmpty();
        } finally {
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private int within(Duration bound, String path) {
        long start = System.nanoTime();
        int status = haven.status(path);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(bound);
        return status;
    }

    private static void signal(String name, long process) throws Exception {
        assertThat(new ProcessBuilder("kill", name, Long.toString(process)).start().waitFor()).isZero();
    }

    /** What Flyway wrote at the first start, with its times: data that only survives if nothing is made anew. */
    private static String migrations() throws SQLException {
        try (DataFolder folder = DataFolder.claim(FOLDER);
                EmbeddedDatabase database = EmbeddedDatabase.in(folder, progress -> {
                }).start();
                Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select group_concat(version, ' ', installed_on order by installed_rank) from flyway_schema_history")) {
            row.next();
            return row.getString(1);
        }
    }
}
