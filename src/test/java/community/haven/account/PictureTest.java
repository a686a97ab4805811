package community.haven.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

class PictureTest {

    private static final String TEXT = "otpauth://totp/haven.example:am%C3%A1l?secret=ABCDEFGHIJKLMNOPQRSTUVWXYZ234567&digits=6";
    private static final Pattern SQUARE = Pattern.compile("M(\\d+),(\\d+)h1v1h-1z");
    private static final int SCALE = 4;
    private static final int WHITE = 0xffffff;

    @Test
    void shouldBeReadByACameraAsTheTextItStandsFor() throws Exception {
        Picture picture = Picture.of(TEXT);
        int side = picture.size() * SCALE;
        int[] pixels = drawn(picture, side);

        assertThat(new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)))).getText())
                .isEqualTo(TEXT);
        assertThat(SQUARE.matcher(picture.path()).replaceAll("")).as("nothing but squares").isEmpty();
    }

    private static int[] drawn(Picture picture, int side) {
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        Matcher squares = SQUARE.matcher(picture.path());
        while (squares.find()) {
            int left = Integer.parseInt(squares.group(1)) * SCALE;
            int top = Integer.parseInt(squares.group(2)) * SCALE;
            for (int row = top; row < top + SCALE; row++) {
                Arrays.fill(pixels, row * side + left, row * side + left + SCALE, 0);
            }
        }
        return pixels;
    }
}
