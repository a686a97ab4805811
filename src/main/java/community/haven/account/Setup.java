package community.haven.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import community.haven.audit.Audit;
import community.haven.shared.ErrorCode;
import community.haven.shared.FieldError.Reason;
import community.haven.shared.Refusal;
import io.quarkus.runtime.StartupEvent;

/** While there is no admin, every start makes a new one-time code; whoever has it becomes the first. */
@ApplicationScoped
class Setup {

    /** Base 32 as Crockford has it, without letters that are read for digits. */
    private static final char[] LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ0123456789".toCharArray();
    private static final int BITS_A_LETTER = 5;
    /** 26 letters of five bits are the 128 bits that a guess has to get right. */
    private static final int LENGTH = 26;
    private static final int GROUP = 4;
    private static final int MAX_TYPED = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;
    private final Accounts accounts;
    private final Audit audit;
    private final Limiter limiter;
    private final Rate rate;
    private final Event<SetupCodeMade> made;

    Setup(EntityManager entities, Accounts accounts, Audit audit, Limiter limiter, AccountConfig config,
            Event<SetupCodeMade> made) {
        this.entities = entities;
        this.accounts = accounts;
        this.audit = audit;
        this.limiter = limiter;
        this.rate = config.limits().setup();
        this.made = made;
    }

    @Transactional
    void makeCode(@Observes StartupEvent start) {
        SetupCode row = locked();
        if (accounts.admins() == 0) {
            String code = newCode();
            row.hash = hash(code);
            made.fire(new SetupCodeMade(code));
        }
    }

    /**
     * Makes this person the first admin.
     *
     * @throws Refusal {@code setup-done} when there is one, {@code setup-code-wrong}
     */
    @Transactional
    AccountView use(Person person, String code) {
        if (code == null || code.isBlank()) {
            throw Refusal.invalid("code", Reason.MISSING);
        }
        limiter.take("setup " + person.id(), rate);
        SetupCode row = locked();
        if (row.hash == null) {
            throw Refusal.of(ErrorCode.SETUP_DONE);
        }
        if (!fits(code, row.hash)) {
            throw Refusal.of(ErrorCode.SETUP_CODE_WRONG);
        }
        row.hash = null;
        Account account = entities.find(Account.class, person.id());
        account.role = Role.ADMIN;
        audit.record(person.id(), "admin-set-up", "account:" + person.id(), null);
        return AccountView.of(account);
    }

    private SetupCode locked() {
        return entities.find(SetupCode.class, SetupCode.ONLY, LockModeType.PESSIMISTIC_WRITE);
    }

    private static boolean fits(String typed, String hash) {
        return typed.length() <= MAX_TYPED && MessageDigest.isEqual(hash(typed).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS[RANDOM.nextInt(1 << BITS_A_LETTER)]);
        }
        return code.toString();
    }

    /** Of what was meant: people type it with and without hyphens, in capitals and small letters, with O for zero. */
    private static String hash(String code) {
        String letters = code.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0').replaceAll("[IL]", "1");
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(letters.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
