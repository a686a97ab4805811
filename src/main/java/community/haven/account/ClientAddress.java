package community.haven.account;

import java.util.Arrays;
import java.util.HexFormat;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;

/** Where a request came from, for counting. Behind a proxy, trust it in {@code quarkus.http.proxy} or all seem to be one. */
final class ClientAddress {

    /** A household gets a network of so many bytes in IPv6, and may change the rest at will. */
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {
    }

    static String of(HttpServerRequest request) {
        return request.remoteAddress() == null ? "unknown" : network(request.remoteAddress().hostAddress());
    }

    static String network(String address) {
        byte[] bytes = address == null ? null : NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null ? "unknown"
                : HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES)));
    }
}
