package org.hiwar.voice.sip;

public enum Transport {
  UDP,
  TCP
}
