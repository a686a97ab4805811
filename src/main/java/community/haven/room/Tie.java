package community.haven.room;

/**
 * What ties one person to one room.
 *
 * @param request what they ask for, or {@code null}
 * @param removal that they were taken out of it, while that holds, or {@code null}
 * @param offer that the room is to be handed over, by them or to them, or {@code null}
 */
record Tie(boolean member, Request request, MemberRemoval removal, Offer offer) {

    Belonging belonging() {
        if (member) {
            return Belonging.MEMBER;
        }
        return request == null ? Belonging.NONE : request.state();
    }
}
