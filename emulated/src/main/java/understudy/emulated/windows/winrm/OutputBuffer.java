package understudy.emulated.windows.winrm;

import java.io.ByteArrayOutputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What a program has written and no client has fetched yet: it holds so much, then the program waits. */
final class OutputBuffer {
    private static final int MOST = 1 << 20;
    private static final int PORTION = 48 << 10;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private OptionalInt exit = OptionalInt.empty();
    private boolean lostPower;

    /** Some of it, and the exit code with the last of it. */
    static final class Portion {
        private final byte[] output;
        private final byte[] error;
        private final OptionalInt exit;

        Portion(byte[] output, byte[] error, OptionalInt exit) {
            this.output = output;
            this.error = error;
            this.exit = exit;
        }

        byte[] output() {
            return output;
        }

        byte[] error() {
            return error;
        }

        OptionalInt exit() {
            return exit;
        }
    }

    OutputStream output() {
        return new End(output);
    }

    OutputStream error() {
        return new End(error);
    }

    void ended(int code) {
        lock.lock();
        try {
            exit = OptionalInt.of(code);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The node lost its power: nobody will ever hear of the command again. */
    void lostPower() {
        lock.lock();
        try {
            lostPower = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to tell, at most so long. */
    Portion take(Duration timeout) throws WsmanRefusal, InterruptedException, PowerLost {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (output.size() + error.size() == 0 && exit.isEmpty() && !lostPower) {
                if (left <= 0) {
                    throw WsmanRefusal.timedOut();
                }
                left = changed.awaitNanos(left);
            }
            if (lostPower) {
                throw new PowerLost();
            }
            var portion = new Portion(
                    first(output), first(error), output.size() + error.size() == 0 ? exit : OptionalInt.empty());
            changed.signalAll();
            return portion;
        } finally {
            lock.unlock();
        }
    }

    private static byte[] first(ByteArrayOutputStream stream) {
        var all = stream.toByteArray();
        int count = Math.min(PORTION / 2, all.length);
        stream.reset();
        stream.write(all, count, all.length - count);
        return java.util.Arrays.copyOf(all, count);
    }

    private final class End extends OutputStream {
        private final ByteArrayOutputStream target;

        End(ByteArrayOutputStream target) {
            this.target = target;
        }

        @Override
        public void write(int octet) throws InterruptedIOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws InterruptedIOException {
            lock.lock();
            try {
                while (target.size() >= MOST) {
                    changed.await();
                }
                target.write(bytes, offset, length);
                changed.signalAll();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("the program was ended");
            } finally {
                lock.unlock();
            }
        }
    }
}
