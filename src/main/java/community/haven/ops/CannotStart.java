package community.haven.ops;

/** Haven cannot start like this. The message is one sentence for the operator; a stack trace would only hide it. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String sentence) {
        super(sentence, null, false, false);
    }
}
