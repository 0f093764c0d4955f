package understudy.emulated.windows.winrm;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A program's standard input between the listener and the program: it holds so much, then the sender waits. */
final class InputBuffer extends InputStream {
    private static final int MOST = 1 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<byte[]> portions = new ArrayDeque<>();
    private int offset;
    private int held;
    private boolean ended;

    /** Takes a portion; a refusal if there is no room within the timeout, or nobody reads any more. */
    void send(byte[] portion, boolean last, Duration timeout) throws WsmanRefusal, InterruptedException {
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (held >= MOST && !ended) {
                if (left <= 0) {
                    throw WsmanRefusal.timedOut();
                }
                left = changed.awaitNanos(left);
            }
            if (ended) {
                throw WsmanRefusal.inputClosed();
            }
            if (portion.length > 0) {
                portions.add(portion);
                held += portion.length;
            }
            ended = last;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int start, int length) {
        if (length == 0) {
            return 0;
        }
        lock.lock();
        try {
            while (portions.isEmpty()) {
                if (ended) {
                    return -1;
                }
                changed.await();
            }
            var portion = portions.getFirst();
            int count = Math.min(length, portion.length - offset);
            System.arraycopy(portion, offset, target, start, count);
            offset += count;
            held -= count;
            if (offset == portion.length) {
                portions.removeFirst();
                offset = 0;
            }
            changed.signalAll();
            return count;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return -1;
        } finally {
            lock.unlock();
        }
    }

    /** The program reads no more. */
    @Override
    public void close() {
        lock.lock();
        try {
            ended = true;
            portions.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
