package community.haven.account;

/** Fired in the transaction after which a confirmed address no longer belongs to an account: it gets a last letter. */
record AddressGone(String handle, String address) {

    @Override
    public String toString() {
        return "AddressGone[]";
    }
}
