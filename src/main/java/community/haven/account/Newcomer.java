package community.haven.account;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody about whom people have yet to decide, or whom they have refused a short while ago. */
@Entity
@Table(name = "newcomer")
class Newcomer {

    @Id
    @Column(name = "account_id")
    UUID account;
    String introduction;
    @Column(name = "asked_at")
    Instant askedAt;
    @Column(name = "refused_at")
    Instant refusedAt;
    String reason;

    static Newcomer of(UUID account, String introduction, Instant now) {
        Newcomer newcomer = new Newcomer();
        newcomer.account = account;
        newcomer.introduction = introduction;
        newcomer.askedAt = now;
        return newcomer;
    }
}
