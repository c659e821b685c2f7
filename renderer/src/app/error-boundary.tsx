import { Button, Group, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { toAppError } from '../domain/errors';
import { errorTitles, frameText } from '../text/frame';
import { paths } from '../ui/paths';

interface Props {
  readonly children: ReactNode;
}

/**
 * Shows an error in place of a page that throws; the frame stays. Keyed by the address, so every page starts without
 * one.
 */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error: error ?? new Error('unknown') };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    const { code, message } = toAppError(this.state.error);
    return (
      <div role="alert" style={{ padding: 40, maxWidth: 640, margin: '0 auto' }}>
        <Title order={1}>{code === 'unexpected' ? frameText.crashTitle : errorTitles[code]}</Title>
        <Text mt="sm">{frameText.crashBody}</Text>
        <Text mt="sm" c="dimmed" ff="monospace" size="sm">
          {message}
        </Text>
        <Group mt="lg">
          <Button
            onClick={() => {
              this.setState({ error: null });
            }}
          >
            {frameText.tryAgain}
          </Button>
          <Button variant="default" component="a" href={paths.home}>
            {frameText.goHome}
          </Button>
        </Group>
      </div>
    );
  }
}
