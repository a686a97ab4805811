package community.haven.account;

/**
 * What somebody signed in with, as they would call it themselves: "Firefox" on "Android".
 *
 * @param browser its family, or {@code null} together with the platform when it is not known
 * @param platform the family of its operating system
 */
record Device(String browser, String platform) {

    static final Device UNKNOWN = new Device(null, null);
}
