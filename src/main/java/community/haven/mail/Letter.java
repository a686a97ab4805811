package community.haven.mail;

/**
 * A letter as people read it: plain text, so that nothing in it asks another host or tells that it was read.
 *
 * @param to one address, already found to be one
 */
public record Letter(String to, String subject, String text) {

    @Override
    public String toString() {
        return "Letter[]";
    }
}
