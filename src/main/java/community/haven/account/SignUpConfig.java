package community.haven.account;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How people come to have an account. */
@ConfigMapping(prefix = "haven.account.sign-up")
interface SignUpConfig {

    /** {@code open}, {@code invitation} or {@code approval}. */
    @WithDefault("open")
    SignUpMode mode();

    /**
     * Who may invite: {@code admin}, {@code moderator} for both, or {@code host} for whoever looks after a room, too. Hosts see
     * and withdraw their own invitations, each for at most 10 people and 30 days; staff have 500 and 365, and see all.
     */
    @WithDefault("admin")
    InvitationsBy invitationsBy();

    /** So long somebody who was not let in can sign in and read why; then the account goes. */
    @WithDefault("14d")
    Duration farewell();

    /** The work that a browser does for a sign-up. Invitations stand in for it: where they are needed, it is not asked for. */
    Proof proof();

    interface Proof {

        /**
         * Off only together with {@code approval}, or where nobody but known people can reach Haven at all: Haven does not
         * start open to everybody without any barrier.
         */
        @WithDefault("true")
        boolean required();

        /** Numbers that may have to be tried; on average half of them. A telephone tries some hundred thousand in a second. */
        @WithDefault("500000")
        long difficulty();

        /** So long a challenge can be answered: a form is filled in slowly. */
        @WithDefault("20m")
        Duration life();
    }
}
