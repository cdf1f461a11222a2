import './look/first.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Console } from './console.tsx';
import { takeSecret } from './entry/secret-link.tsx';

const root = document.getElementById('console');
if (root === null) throw new Error('index.html has no place for the console');
// Before anything else: it is not to stand in the address while something loads.
const secret = takeSecret() ?? '';

createRoot(root).render(
  <StrictMode>
    <Console secret={secret} />
  </StrictMode>,
);
