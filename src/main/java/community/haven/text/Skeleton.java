package community.haven.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.SpoofChecker;

/** What a text looks like (Unicode UTS 39): texts with one skeleton can be taken for one another. */
public final class Skeleton {

    private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();

    private Skeleton() {
    }

    /** The skeleton without regard to case. */
    public static String of(String text) {
        // Looks come before case: "I" is taken for "l" but folds to "i". The second pass is for what folding brought up,
        // such as the "m" of "M", which is taken for "rn".
        String look = CONFUSABLES.getSkeleton(UCharacter.foldCase(CONFUSABLES.getSkeleton(text), true));
        // Since "I" is both an "i" and an "l", all of them are one: else "ol1v1a" could stand beside "olivia".
        return look.replace('i', 'l');
    }
}
