package org.hiwar.voice.sip.jain;

import gov.nist.core.StackLogger;
import java.util.Properties;

/// Says nothing. What strangers send must not be able to fill a log; what matters is counted
/// ([org.hiwar.voice.sip.SipCount]). The library makes it by its name, so both it and its
/// constructor are public.
public final class QuietStackLogger implements StackLogger {
  @Override
  public void logStackTrace() {}

  @Override
  public void logStackTrace(int traceLevel) {}

  @Override
  public int getLineCount() {
    return 0;
  }

  @Override
  public void logException(Throwable fault) {}

  @Override
  public void logDebug(String message) {}

  @Override
  public void logDebug(String message, Exception fault) {}

  @Override
  public void logTrace(String message) {}

  @Override
  public void logFatalError(String message) {}

  @Override
  public void logError(String message) {}

  @Override
  public boolean isLoggingEnabled() {
    return false;
  }

  @Override
  public boolean isLoggingEnabled(int level) {
    return false;
  }

  @Override
  public void logError(String message, Exception fault) {}

  @Override
  public void logWarning(String message) {}

  @Override
  public void logInfo(String message) {}

  @Override
  public void disableLogging() {}

  @Override
  public void enableLogging() {}

  @Override
  public void setBuildTimeStamp(String time) {}

  @Override
  public void setStackProperties(Properties properties) {}

  @Override
  public String getLoggerName() {
    return "quiet";
  }
}
