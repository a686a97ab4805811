package community.haven.account;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Deletes links that have had their time, and addresses that nobody confirmed: they may be a stranger's. */
@ApplicationScoped
class EmailCleaning {

    private final EntityManager entities;
    private final EmailConfig config;
    private final Clock clock;

    EmailCleaning(EntityManager entities, EmailConfig config, Clock clock) {
        this.entities = entities;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(identity = "email-cleaning", every = "${haven.email.clean-every}", delayed = "2m", concurrentExecution = ConcurrentExecution.SKIP)
    @Transactional
    void run() {
        Instant now = clock.instant();
        entities.createQuery("delete from MailToken where expiresAt < :now").setParameter("now", now).executeUpdate();
        // A link begins its time when its letter leaves, which may be later than when it was asked for.
        entities.createQuery("""
                update Email e set e.pending = null, e.askedAt = null where e.askedAt < :end and not exists (
                    select 1 from MailToken t where t.key.account = e.account and t.key.purpose = CONFIRM)""")
                .setParameter("end", now.minus(config.confirmationLife())).executeUpdate();
        entities.createQuery("delete from Email where address is null and pending is null").executeUpdate();
    }
}
