package community.haven.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people sign in, and for how long. */
@ConfigMapping(prefix = "haven.account")
interface AccountConfig {

    /** Access tokens. */
    Token token();

    /** Sessions and their refresh tokens. */
    Lifetime session();

    /** What storing a password costs. */
    Hashing hashing();

    /** How often one may try. */
    Limits limits();

    /** What a new password has to be. */
    NewPassword password();

    /** Who needs a second factor. */
    Needed secondFactor();

    interface Token {

        /** Who made the token; a token that names somebody else is refused. */
        @WithDefault("haven")
        String issuer();

        /** Whom the token is for; a token for somebody else is refused. */
        @WithDefault("haven-api")
        String audience();

        /** How long an access token lasts. The session behind it is asked for at every request, so this is not what ends it. */
        @WithDefault("10m")
        Duration life();

        /** How far the clocks of two nodes may be apart. */
        @WithDefault("10s")
        Duration skew();
    }

    interface Lifetime {

        /** A session ends when nobody refreshed it for so long. */
        @WithDefault("30d")
        Duration idle();

        /** A session ends this long after the sign-in, whatever happens. */
        @WithDefault("180d")
        Duration absolute();

        /** So long the previous refresh token is still answered: two tabs at once, or an answer that got lost on its way. */
        @WithDefault("10s")
        Duration grace();

        /**
         * So long after a proof that it is them (password or second factor) a person may do what an open session alone may not.
         */
        @WithDefault("10m")
        Duration proof();

        /** So long after the last visit a device counts as one that its person was signed in on before. */
        @WithDefault("90d")
        Duration knownDevice();
    }

    /** Argon2id, with the least parameters that OWASP recommends. Stored passwords follow a change at the next sign-in. */
    interface Hashing {

        /** Memory for one password, in KiB. */
        @WithDefault("19456")
        int memory();

        @WithDefault("2")
        int iterations();

        @WithDefault("1")
        int parallelism();

        /** How many passwords are worked on at once; each needs its memory and one processor. */
        @WithDefault("2")
        int concurrent();

        /** How many may wait for their turn; more are asked to come back. */
        @WithDefault("64")
        int waiting();

        /** How long they wait before they are asked to come back. */
        @WithDefault("3s")
        Duration patience();
    }

    /** Stored passwords stay good when it changes. */
    interface NewPassword {

        /**
         * The fewest characters, from 8 to 64. Fewer than 15 only where everybody shows a second factor (NIST SP 800-63B-4,
         * 3.1.1.2): otherwise Haven does not start.
         */
        @WithDefault("15")
        int minimum();
    }

    /** In a session that has not shown it people can read, and see to their own account; staff are members there. */
    interface Needed {

        /** {@code staff} for whoever looks after others, or {@code everybody}. */
        @WithDefault("staff")
        RequiredOf requiredOf();
    }

    enum RequiredOf {
        STAFF,
        EVERYBODY
    }

    /** A number of tries in a time, such as {@code 10/5m}. */
    interface Limits {

        /** Sign-ins from one address. Generous: a clinic or a whole mobile network may stand behind one address. */
        @WithDefault("60/1m")
        Rate signInPerAddress();

        /** Failed sign-ins to one account from one address. Nobody can use it up for the owner, who sits at another address. */
        @WithDefault("10/5m")
        Rate signInPerHandle();

        /** Sign-ins to one account from all addresses together, on devices that are not known for it. */
        @WithDefault("100/10m")
        Rate signInAnywhere();

        /** Failed sign-ins on one device that is known for the account; none of the other limits is asked there. */
        @WithDefault("10/5m")
        Rate signInPerDevice();

        /** Tries to recover an account, from one address. */
        @WithDefault("60/1h")
        Rate recoveryPerAddress();

        /** Tries to recover one account from one address; as at the sign-in, the owner sits at another. */
        @WithDefault("10/15m")
        Rate recoveryPerHandle();

        /** Tries at the password that is asked for again, in one session. */
        @WithDefault("10/5m")
        Rate password();

        /** Tries at the second factor of one account, from one address or in one session. */
        @WithDefault("5/5m")
        Rate secondFactor();

        /**
         * Tries at the six digits of one account from everywhere, by people who know its password. So one guesses for more
         * than a year; the owner can come in with a recovery code, which is not counted here.
         */
        @WithDefault("30/1h")
        Rate secondFactorPerAccount();

        /** Sign-ups from one address. */
        @WithDefault("30/1h")
        Rate signUp();

        /** Tries at the set-up code, by one account. */
        @WithDefault("5/1m")
        Rate setup();
    }
}
