package community.haven.account;

/** There is a new set-up code, and this is the only time that it can be read. */
public record SetupCodeMade(String code) {

    @Override
    public String toString() {
        return "SetupCodeMade[]";
    }
}
