package community.haven.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.ext.mail.SMTPException;

/**
 * Sends letters, later and elsewhere: nobody waits for a mail server, and nobody can tell from an answer, or from how long it
 * took, whether there was a letter to send. What waits is in memory and is lost with the server; whoever misses a letter asks
 * for another.
 */
@Singleton
public class Mails {

    private static final Logger LOG = Logger.getLogger(Mails.class);
    private static final int SENDERS = 2;
    private static final int BACK_OFF = 4;

    private final ReactiveMailer mailer;
    private final MailConfig config;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ScheduledThreadPoolExecutor senders = new ScheduledThreadPoolExecutor(SENDERS, Mails::sender);

    Mails(ReactiveMailer mailer, MailConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    /** Whether this Haven sends letters at all. */
    public boolean areOn() {
        return config.enabled();
    }

    /**
     * Has a letter written and sent. It is written anew for each try: a link in it begins its time when it leaves, and somebody
     * who has taken their address back meanwhile gets nothing.
     *
     * @param writing on another thread; empty when there is nothing to send
     * @return false when it will not be tried, since too many wait
     */
    public boolean post(Supplier<Optional<Letter>> writing) {
        if (waiting.incrementAndGet() > config.queue()) {
            waiting.decrementAndGet();
            LOG.warn("A letter is not sent: too many wait for the mail server");
            return false;
        }
        senders.execute(() -> attempt(writing, 1));
        return true;
    }

    @PreDestroy
    void stop() {
        senders.shutdownNow();
    }

    private void attempt(Supplier<Optional<Letter>> writing, int number) {
        try {
            writing.get().ifPresent(this::send);
            waiting.decrementAndGet();
        } catch (RuntimeException e) {
            failed(writing, number, e instanceof CompletionException && e.getCause() != null ? e.getCause() : e);
        }
    }

    private void send(Letter letter) {
        // Machines shall not answer it (RFC 3834).
        mailer.send(Mail.withText(letter.to(), letter.subject(), letter.text()).addHeader("Auto-Submitted", "auto-generated"))
                .await().atMost(config.patience());
    }

    /** The class alone is logged: what mail servers say quotes addresses. */
    private void failed(Supplier<Optional<Letter>> writing, int number, Throwable failure) {
        boolean forGood = number >= config.tries() || failure instanceof SMTPException answer && answer.isPermanent();
        LOG.warnf("A letter could not be sent%s: %s", forGood ? " and is given up" : ", and is tried again",
                failure.getClass().getName());
        if (forGood) {
            waiting.decrementAndGet();
        } else {
            senders.schedule(() -> attempt(writing, number + 1), pauseAfter(number).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private Duration pauseAfter(int number) {
        return config.pause().multipliedBy((long) Math.pow(BACK_OFF, number - 1));
    }

    private static Thread sender(Runnable work) {
        Thread thread = new Thread(work, "Sends letters");
        thread.setDaemon(true);
        return thread;
    }
}
