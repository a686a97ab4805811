package community.haven.account;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as one path of an SVG.
 *
 * @param size width and height of the view box, with the white edge that cameras need
 * @param path the dark squares, as the {@code d} of a path
 */
record Picture(int size, String path) {

    private static final int EDGE = 4;

    static Picture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                path.append(code.getModule(x, y) ? "M" + (x + EDGE) + "," + (y + EDGE) + "h1v1h-1z" : "");
            }
        }
        return new Picture(code.size + 2 * EDGE, path.toString());
    }

    /** It can be read like the text it stands for. */
    @Override
    public String toString() {
        return "Picture[" + size + "]";
    }
}
