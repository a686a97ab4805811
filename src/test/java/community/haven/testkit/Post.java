package community.haven.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import community.haven.testkit.Cast.Someone;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.restassured.specification.RequestSpecification;

/** The letters that came, and what people do with them. */
@Singleton
public class Post {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MockMailbox mailbox;

    Post(MockMailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** An address that nobody has yet. */
    public static String address(String name) {
        return Cast.handle(name) + "@mail.example";
    }

    /** What has come to an address so far, oldest first. */
    public List<Mail> to(String address) {
        return mailbox.getMailsSentTo(address);
    }

    /** Waits until so many have come, and hands out the last of them. */
    public Mail last(String address, int many) {
        await().atMost(PATIENCE).until(() -> to(address).size() >= many);
        return to(address).get(many - 1);
    }

    /** What stands behind the "#" of the link in a letter. */
    public static String token(Mail letter) {
        return letter.getText().lines().filter(line -> line.startsWith("https://haven.example/")).findFirst().orElseThrow()
                .replaceFirst(".*#", "");
    }

    /** Leaves an address and confirms it. */
    public String confirmedAddress(Someone someone) {
        String address = address(someone.handle());
        someone.asks().body(Map.of("email", address)).put("/api/accounts/me/email").then().statusCode(200);
        fromElsewhere().body(Map.of("token", token(last(address, 1)))).post("/api/email-confirmations").then().statusCode(204);
        return address;
    }

    /** A stranger at an address of their own, since the tries of one test are not those of another. */
    public static RequestSpecification fromElsewhere() {
        String random = UUID.randomUUID().toString();
        return Cast.stranger().header("X-Forwarded-For",
                "2001:db8:" + random.substring(9, 13) + ":" + random.substring(14, 18) + "::1");
    }
}
