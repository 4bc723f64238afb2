package kaigo.platform.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SecureNioChannel;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * 受信データを残さない: HTTP/1.1 whose buffers are overwritten after every answer. A connection that stays open would
 * otherwise hold the last bytes that came in: those of a file, with its numbers (settled 11).
 */
public final class ForgetfulProtocol extends Http11NioProtocol {

    public ForgetfulProtocol() {
        super(new ForgetfulEndpoint());
        // A channel that broke off in the middle of a file is not kept for the next connection.
        setProperty("socket.bufferPool", "0");
    }

    @Override
    protected Processor createProcessor() {
        return new ForgetfulProcessor(this, getAdapter());
    }

    /** @param from bytes before it belong to a request that is still coming */
    private static void forget(ByteBuffer buffer, int from) {
        ByteBuffer all = buffer.duplicate().clear().position(from);
        while (all.hasRemaining()) {
            all.put((byte) 0);
        }
    }

    private static final class ForgetfulProcessor extends Http11Processor {

        ForgetfulProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter) {
            super(protocol, adapter);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            SocketState state = SocketState.CLOSED;
            try {
                state = super.service(connection);
                return state;
            } finally {
                boolean answered = state == SocketState.OPEN || state == SocketState.CLOSED;
                ByteBuffer read = ((Http11InputBuffer) request.getInputBuffer()).getByteBuffer();
                forget(read, answered ? 0 : read.limit());
                if (connection.getSocket() instanceof NioChannel channel) {
                    forgetRead(channel);
                }
            }
        }

        private static void forgetRead(NioChannel channel) {
            SocketBufferHandler buffers = channel.getBufHandler();
            if (buffers != null && buffers.isReadBufferEmpty()) {
                buffers.configureReadBufferForWrite();
                forget(buffers.getReadBuffer(), 0);
            }
            if (channel instanceof ForgetfulChannel encrypted) {
                encrypted.forget();
            }
        }
    }

    private static final class ForgetfulEndpoint extends NioEndpoint {
        @Override
        protected NioChannel createChannel(SocketBufferHandler buffers) {
            return isSSLEnabled() ? new ForgetfulChannel(buffers, this) : super.createChannel(buffers);
        }
    }

    /** TLS decrypts in place: what came in encrypted stands in clear in the same buffer. */
    private static final class ForgetfulChannel extends SecureNioChannel {
        ForgetfulChannel(SocketBufferHandler buffers, NioEndpoint endpoint) {
            super(buffers, endpoint);
        }

        private void forget() {
            if (netInBuffer != null) {
                ForgetfulProtocol.forget(netInBuffer, netInBuffer.position());
            }
        }
    }
}
