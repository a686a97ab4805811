package community.haven.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

import community.haven.testkit.Cast;
import community.haven.testkit.Cast.Someone;
import community.haven.testkit.Folders;
import community.haven.testkit.HavenProcess;
import io.restassured.RestAssured;

/** The packaged Haven and a mail server that takes its letters over the network. */
class MailIT {

    private static final Path ROOT = Path.of("target", "it data", "mail").toAbsolutePath();
    private static final Path CERTIFICATE = ROOT.resolve("mail-server.pem");
    private static final String SECRET = "of the mail server";
    private static final String FRESH = "slow river under 9 bridges";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private GreenMail server;
    private HavenProcess haven;

    @BeforeAll
    static void giveTheMailServerACertificate() throws Exception {
        Folders.delete(ROOT);
        Path keys = Files.createDirectories(ROOT).resolve("mail-server.p12");
        keytool(keys, "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "san=dns:localhost");
        keytool(keys, "-exportcert", "-rfc", "-file", CERTIFICATE.toString());
        System.setProperty("greenmail.tls.keystore.file", keys.toString());
        System.setProperty("greenmail.tls.keystore.password", SECRET);
    }

    @AfterEach
    void stop() {
        if (haven != null) {
            haven.close();
        }
        if (server != null) {
            server.stop();
        }
        RestAssured.reset();
    }

    @AfterAll
    static void cleanUp() throws IOException {
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
        Folders.delete(ROOT);
    }

    @Test
    void shouldLeadBackInByALetterThoughTheMailServerWasDownAtFirst() throws Exception {
        mailServer(ServerSetup.PROTOCOL_SMTPS);
        start(mailOn().option("quarkus.mailer.tls", "true").option("quarkus.mailer.tls-configuration-name", "mail")
                .option("quarkus.tls.mail.trust-store.pem.certs", CERTIFICATE.toString())
                .option("quarkus.mailer.username", "haven").option("quarkus.mailer.password", SECRET)
                .option("quarkus.mailer.login", "REQUIRED").option("haven.mail.pause", "500ms"));
        Someone amal = Cast.member("amal");
        amal.asks().body(Map.of("email", "amal@mail.example")).put("/api/accounts/me/email").then().statusCode(200);
        awaitLog("is tried again");

        server.start();
        String confirmation = token(letter(1));
        stranger(Map.of("token", confirmation), "/api/email-confirmations", 204);
        stranger(Map.of("handle", amal.handle()), "/api/password-resets", 202);
        String reset = token(letter(2));
        stranger(Map.of("token", reset, "password", FRESH), "/api/password-resets/completion", 204);
        stranger(Map.of("handle", amal.handle(), "password", Cast.PASSWORD), "/api/sessions", 401);
        stranger(Map.of("handle", amal.handle(), "password", FRESH), "/api/sessions", 200);

        MimeMessage note = letter(3);
        assertThat(note.getSubject()).isEqualTo("A note about your account");
        assertThat(note.getContentType()).startsWith("text/plain");
        assertThat(note.getHeader("From")).containsExactly("haven@haven.example");
        assertThat(note.getHeader("To")).containsExactly("amal@mail.example");
        assertThat(note.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(haven.stdout()).doesNotContain("amal@mail.example", amal.handle(), confirmation, reset, SECRET);
    }

    @Test
    void shouldGiveNoLetterToAServerWhoseCertificateItDoesNotKnow() throws Exception {
        mailServer(ServerSetup.PROTOCOL_SMTPS);
        server.start();
        start(mailOn().option("quarkus.mailer.tls", "true").option("haven.mail.tries", "1"));
        leaveAnAddressInVain();
    }

    @Test
    void shouldGiveNoLetterToAServerWithoutTls() throws Exception {
        mailServer(ServerSetup.PROTOCOL_SMTP);
        server.start();
        start(mailOn().option("haven.mail.tries", "1"));
        leaveAnAddressInVain();
    }

    @Test
    void shouldSayThatItSendsNoMailUntilItIsSwitchedOn() {
        start(HavenProcess.of(ROOT.resolve("haven")));
        given().get("/api/page").then().statusCode(200).body("mail", is(false));
        Someone amal = Cast.member("amal");
        amal.asks().get("/api/accounts/me/email").then().statusCode(409).body("code", is("mail-off"));
        amal.asks().body(Map.of("email", "amal@mail.example")).put("/api/accounts/me/email").then().statusCode(409);
        amal.asks().delete("/api/accounts/me/email").then().statusCode(204);
        stranger(Map.of("token", "AAAA"), "/api/email-confirmations", 409);
        stranger(Map.of("handle", amal.handle()), "/api/password-resets", 409);
        stranger(Map.of("token", "AAAA", "password", FRESH), "/api/password-resets/completion", 409);
    }

    @Test
    void shouldNotStartWithMailConfiguredByHalf() {
        haven = HavenProcess.of(ROOT.resolve("haven")).option("haven.mail.enabled", "true")
                .option("quarkus.mailer.from", "haven@haven.example").start();
        assertThat(haven.awaitExit()).isEqualTo(1);
        assertThat(haven.stdout().lines()).singleElement().asString().startsWith("Mail is on").contains("haven.site.address");
    }

    private void leaveAnAddressInVain() {
        Someone amal = Cast.member("amal");
        amal.asks().body(Map.of("email", "amal@mail.example")).put("/api/accounts/me/email").then().statusCode(200);
        awaitLog("is given up");
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(haven.stdout()).doesNotContain("amal@mail.example");
    }

    private void mailServer(String protocol) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            server = new GreenMail(new ServerSetup(free.getLocalPort(), "127.0.0.1", protocol));
        }
        server.setUser("haven@haven.example", "haven", SECRET);
    }

    private HavenProcess.Starter mailOn() {
        int port = Stream.of(ServerSetup.PROTOCOL_SMTPS, ServerSetup.PROTOCOL_SMTP).map(this::port)
                .filter(number -> number > 0).findFirst().orElseThrow();
        return HavenProcess.of(ROOT.resolve("haven")).option("haven.mail.enabled", "true")
                .option("quarkus.mailer.from", "haven@haven.example").option("haven.site.address", "https://haven.example")
                .option("quarkus.mailer.host", "localhost").option("quarkus.mailer.port", Integer.toString(port));
    }

    private int port(String protocol) {
        var service = protocol.equals(ServerSetup.PROTOCOL_SMTPS) ? server.getSmtps() : server.getSmtp();
        return service == null ? 0 : service.getServerSetup().getPort();
    }

    private void start(HavenProcess.Starter starter) {
        haven = starter.start().waitUntilReady();
        RestAssured.baseURI = "http://" + haven.address().getHost();
        RestAssured.port = haven.address().getPort();
    }

    private void awaitLog(String words) {
        // What goes wrong inside the mail server, as when its certificate is refused, is what these tests want.
        await().atMost(PATIENCE).dontCatchUncaughtExceptions().until(() -> haven.stdout().contains(words));
    }

    private MimeMessage letter(int number) {
        assertThat(server.waitForIncomingEmail(PATIENCE.toMillis(), number)).isTrue();
        return server.getReceivedMessages()[number - 1];
    }

    private static String token(MimeMessage letter) throws MessagingException, IOException {
        return Arrays.stream(letter.getContent().toString().split("\\R"))
                .filter(line -> line.startsWith("https://haven.example/")).findFirst().orElseThrow().replaceFirst(".*#", "");
    }

    private static void stranger(Map<String, String> body, String path, int status) {
        Cast.stranger().body(body).post(path).then().statusCode(status);
    }

    private static void keytool(Path keys, String... command) throws IOException, InterruptedException {
        String program = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Stream<String> store = Stream.of("-keystore", keys.toString(), "-storepass", SECRET, "-alias", "mail-server");
        Process process = new ProcessBuilder(
                Stream.of(Stream.of(program), Arrays.stream(command), store).flatMap(part -> part).toList())
                .redirectErrorStream(true).start();
        assertThat(process.waitFor()).as(new String(process.getInputStream().readAllBytes())).isZero();
    }
}
